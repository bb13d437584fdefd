import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const losses: Group = {
  name: 'losses',
  title: 'Softmax and losses',
  of: [
    fromPrograms('softmax'),
    identity('log-softmax', 'Log-softmax of each row', 'x: N×C\ny = log_softmax(x, axis=1)'),
    identity('temperature', 'Softmax with a temperature', 'x: N×C\nc:\ny = softmax(x / c, axis=1)'),
    fromPrograms('cross-entropy'),
    identity('mean-squared-error', 'Mean squared error', 'x: N×D\nt: N×D\nL = mean((x - t)^2)', ['x']),
    identity('mean-absolute-error', 'Mean absolute error', 'x: N×D\nt: N×D\nL = mean(abs(x - t))', ['x']),
    identity(
      'binary-cross-entropy',
      'Binary cross-entropy of logits',
      'x: N\nt: N\nL = mean(softplus(x) - t * x)',
      ['x'],
    ),
    identity('logistic-loss', 'Logistic loss, labels ±1', 'x: N\nt: N\nL = mean(softplus(-t * x))', ['x']),
    identity('hinge', 'Hinge loss', 'x: N\nt: N\nL = sum(relu(1 - t * x))', ['x']),
    identity('pseudo-huber', 'Pseudo-Huber loss', 'x: N\nt: N\nL = sum(sqrt(1 + (x - t)^2) - 1)', ['x']),
    identity('entropy', 'Entropy of softmax', 'x: C\np = softmax(x)\nH = -sum(p * log(p))'),
    identity(
      'divergence',
      'Divergence from softmax to given shares',
      'x: C\nt: C\np = softmax(x)\nL = sum(t * (log(t) - log(p)))',
      ['x'],
    ),
    identity(
      'contrastive',
      'Contrastive loss of pairs',
      'a: N×D\nb: N×D\ns = a @ b.T\nL = -trace(log_softmax(s, axis=1)) / N',
    ),
    identity('margin', 'Triplet loss', 'a: D\np: D\nn: D\nL = relu(sum((a - p)^2) - sum((a - n)^2) + 1)'),
    identity(
      'policy',
      'Weighted log-likelihood',
      'x: N×C\nt: N×C\nr: N\nL = -sum(r * sum(t * log_softmax(x, axis=1), axis=1))',
      ['x'],
    ),
  ],
}
