"""Linear classifiers and regression: scores, data loss, regularisation."""

from tests.engine.snippets.snippet import Snippet, given, positive

LABELS = {"y": [2, 0, 1, 2, 1]}
LINEAR = given("X 5x4, W 4x3") | LABELS

SNIPPETS = [
    Snippet(
        "SVM loss without assigning to an index",
        """
scores = X.dot(W)
correct = scores[np.arange(N), y][:, None]
margins = np.maximum(0, scores - correct + 1)
loss = margins.sum(axis=1).mean() - 1
""",
        given("X 4x3, W 3x5", y=[1, 4, 0, 2], N=4),
    ),
    Snippet(
        "SVM loss with a mask",
        """
N = X.shape[0]
scores = X.dot(W)                                  # N x C
correct = scores[np.arange(N), y].reshape(N, 1)    # N x 1
mask = np.ones((5, 3)) - np.eye(3)[y]              # 0 at the correct class
margins = np.maximum(0, scores - correct + 1.0) * mask
loss = np.sum(margins) / N
""",
        LINEAR,
    ),
    Snippet(
        "SVM loss with regularisation",
        """
num_train, dim = X.shape
scores = np.dot(X, W)
correct_class_scores = scores[np.arange(num_train), y]
margins = np.maximum(0, scores - correct_class_scores[:, np.newaxis] + 1)
loss = np.sum(margins) / num_train - 1   # the correct class has given 1 in every row
loss += reg * np.sum(W * W)
""",
        LINEAR | {"reg": 0.05},
    ),
    Snippet(
        "SVM loss of one example",
        """
delta = 1.0
scores = W.dot(x)
margins = np.maximum(0, scores - scores[y] + delta)
loss_i = np.sum(margins) - delta
""",
        given("W 3x4, x 4", y=1),
    ),
    Snippet(
        "squared hinge loss",
        """
scores = X @ W + b
correct = scores[np.arange(5), y]
margins = np.maximum(0, scores - correct[:, None] + 1)
loss = np.mean(np.sum(margins ** 2, axis=1) - 1)
""",
        LINEAR | given("b 3"),
    ),
    Snippet(
        "softmax loss, shifted",
        """
N, D = X.shape
scores = X.dot(W)
scores -= np.max(scores, axis=1, keepdims=True)    # the largest is 0: exp cannot overflow
exp_scores = np.exp(scores)
probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
loss = -np.log(probs[np.arange(N), y]).mean()
""",
        LINEAR,
    ),
    Snippet(
        "softmax loss with regularisation",
        """
N = X.shape[0]
f = X.dot(W) + b
p = np.exp(f) / np.exp(f).sum(axis=1, keepdims=True)
data_loss = np.sum(-np.log(p[np.arange(N), y])) / N
reg_loss = 0.5 * reg * np.sum(W * W)
loss = data_loss + reg_loss
print(loss)
""",
        LINEAR | given("b 3", reg=0.1),
    ),
    Snippet(
        "log-softmax by hand",
        """
logits = X @ W
m = logits.max(axis=1, keepdims=True)
log_z = m + np.log(np.sum(np.exp(logits - m), axis=1, keepdims=True))
log_probs = logits - log_z
nll = -log_probs[np.arange(5), y].sum() / 5
""",
        LINEAR,
    ),
    Snippet(
        "softmax with one-hot labels",
        """
Y = np.eye(3)[y]
Z = np.dot(X, W)
A = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)
J = -np.mean(np.sum(Y * np.log(A), axis=1))
""",
        LINEAR,
    ),
    Snippet(
        "softmax of one example, a class picked",
        """
scores = np.array([3.2, 5.1, -1.7]) * scale
probs = np.exp(scores) / np.sum(np.exp(scores))
-np.log(probs[0])
""",
        given(scale=0.4),
    ),
    Snippet(
        "three images and their SVM loss",
        """
S = np.array([[3.2, 5.1, -1.7],
              [1.3, 4.9, 2.0],
              [2.2, 2.5, -3.1]]) + shift
y = np.array([0, 1, 2])
M = np.maximum(0, S - S[np.arange(3), y][:, None] + 1)
L = M.sum(axis=1) - 1    # 2.9, 0, 12.9 where the shift is 0
L.mean()
""",
        given("shift 3x3"),
    ),
    Snippet(
        "logistic regression",
        """
z = np.dot(X, w) + b
a = 1 / (1 + np.exp(-z))
cost = -(1 / 5) * np.sum(t * np.log(a) + (1 - t) * np.log(1 - a))
""",
        given("X 5x3, w 3, b", t=[1.0, 0.0, 1.0, 1.0, 0.0]),
    ),
    Snippet(
        "logistic regression, columns are examples",
        """
m = X.shape[1]
A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
""",
        given("w 3x1, X 3x4, b", Y=[[1.0, 0.0, 0.0, 1.0]]),
    ),
    Snippet(
        "linear regression",
        """
y_hat = theta0 + theta1 * x
cost = np.sum((y_hat - y) ** 2) / (2 * x.shape[0])
""",
        given("theta0, theta1, x 6, y 6"),
    ),
    Snippet(
        "ridge regression",
        """
residual = X.dot(w) + b - t
loss = residual.dot(residual) / X.shape[0] + lam * w.dot(w)
""",
        given("X 5x3, w 3, b, t 5", lam=0.2),
    ),
    Snippet(
        "elastic net",
        """
r = t - X @ w
loss = (r ** 2).mean() + alpha * (
    l1_ratio * np.abs(w).sum()
    + 0.5 * (1 - l1_ratio) * (w ** 2).sum()
)
""",
        given("t 5, X 5x3, w 3", alpha=0.3, l1_ratio=0.6),
    ),
    Snippet(
        "polynomial features",
        """
Phi = np.stack([np.ones(5), x, x ** 2, x ** 3], axis=1)
y_fit = Phi @ w
mse = np.mean(np.square(y_fit - t))
""",
        given("x 5, w 4, t 5"),
    ),
    Snippet(
        "bias trick",
        """
N, D = X.shape
Xb = np.concatenate([X, np.ones((N, 1))], axis=1)
scores = Xb.dot(Wb)
""",
        given("X 3x2, Wb 3x4"),
    ),
    Snippet(
        "Huber loss",
        """
r = y_pred - y
small = np.abs(r) <= delta
loss = np.where(small, 0.5 * r ** 2, delta * (np.abs(r) - 0.5 * delta)).mean()
""",
        given("y_pred 6, y 6", delta=1.0),
    ),
    Snippet(
        "smooth L1 with masks",
        """
d = np.abs(pred - target)
loss = ((d < 1) * 0.5 * d**2 + (d >= 1) * (d - 0.5)).sum()
""",
        given("pred 2x3, target 2x3"),
    ),
    Snippet(
        "focal loss",
        """
p = 1 / (1 + np.exp(-z))
pt = t * p + (1 - t) * (1 - p)      # probability of the right answer
fl = -alpha * (1 - pt) ** gamma * np.log(pt)
fl.mean()
""",
        given("z 4", t=[1.0, 0.0, 1.0, 0.0], alpha=0.25, gamma=2.0),
    ),
    Snippet(
        "label smoothing",
        """
C = logits.shape[1]
q = (1 - eps) * np.eye(4)[y] + eps / C
logp = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
-(q * logp).sum(axis=1).mean()
""",
        given("logits 3x4", y=[3, 0, 2], eps=0.1),
    ),
    Snippet(
        "class weights",
        """
probs = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
w = class_weights[y]
loss = np.sum(-w * np.log(probs[np.arange(4), y])) / np.sum(w)
""",
        given("s 4x3", y=[0, 2, 2, 1]) | positive("class_weights 3"),
    ),
    Snippet(
        "binary cross-entropy from logits",
        """
loss = np.maximum(z, 0) - z * t + np.log(1 + np.exp(-np.abs(z)))
loss = loss.mean()
""",
        given("z 5", t=[1.0, 0.0, 0.0, 1.0, 1.0]),
    ),
    Snippet(
        "dice loss",
        """
inter = np.sum(p * g); union = np.sum(p) + np.sum(g)
dice = 1 - (2 * inter + 1) / (union + 1)
""",
        positive("p 3x3") | given(g=[[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ),
    Snippet(
        "nearest neighbour distances without a loop",
        """
sq_test = np.sum(X ** 2, axis=1, keepdims=True)      # (M, 1)
sq_train = np.sum(X_train ** 2, axis=1)              # (N,)
dists = np.sqrt(sq_test - 2 * X.dot(X_train.T) + sq_train)
""",
        given("X 2x3, X_train 4x3"),
    ),
]
