"""Whole programs, as a solution to an assignment is handed in."""

from tests.engine.snippets.snippet import Snippet, given

SNIPPETS = [
    Snippet(
        "a net with its functions, from import to print",
        '''
"""Two layers, softmax, L2 regularisation."""
import math
import numpy as np

np.random.seed(231)
N, D, H, C = 4, 3, 5, 3          # examples, inputs, hidden units, classes
X = np.random.randn(N, D)
y = np.array([0, 2, 1, 2])


def affine(x, w, b):
    """x (N, D), w (D, M), b (M,) to (N, M)."""
    return x.dot(w) + b


def relu(x):
    return np.maximum(0, x)


def softmax_loss(scores, y):
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    n = scores.shape[0]
    return -np.sum(log_probs[np.arange(n), y]) / n


hidden = relu(affine(X, W1, b1)); scores = affine(hidden, W2, b2)
loss = softmax_loss(scores, y) + 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
print("loss: %.3f" % loss)
print(f"a guess costs {math.log(3):.3f}")
''',
        given("W1 3x5, b1 5, W2 5x3, b2 3", reg=0.01),
    ),
    Snippet(
        "three FC layers with Korean comments",
        """
import numpy as np  # 수치 계산

# 활성화 함수: 시그모이드
f = lambda x: 1.0 / (1.0 + np.exp(-x))

x = np.random.randn(3, 1)        # 입력 벡터 (3x1)
h1 = f(np.dot(W1, x) + b1)       # 첫째 은닉층 (4x1)
h2 = f(np.dot(W2, h1) + b2)      # 둘째 은닉층 (4x1)
out = np.dot(W3, h2) + b3        # 출력 (1x1)
print("출력:", out)
""",
        given("W1 4x3, b1 4x1, W2 4x4, b2 4x1, W3 1x4, b3 1x1"),
    ),
    Snippet(
        "LSTM over two steps",
        """
import numpy as np

def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))

def gate(x, h, W, b):
    return np.dot(W, np.concatenate([h, x])) + b

def cell(x, h, c):
    f = sigmoid(gate(x, h, Wf, bf))        # forget
    i = sigmoid(gate(x, h, Wi, bi))        # write
    g = np.tanh(gate(x, h, Wg, bg))        # what to write
    return f * c + i * g

def hidden(x, h, c_new):
    o = sigmoid(gate(x, h, Wo, bo))        # read
    return o * np.tanh(c_new)

h0 = np.zeros(2)
c0 = np.zeros(2)
c1 = cell(x1, h0, c0)
h1 = hidden(x1, h0, c1)
c2 = cell(x2, h1, c1)
h2 = hidden(x2, h1, c2)
loss = 0.5 * np.sum((h2 - target) ** 2)
""",
        given("x1 3, x2 3, target 2, Wf 2x5, bf 2, Wi 2x5, bi 2, Wg 2x5, bg 2, Wo 2x5, bo 2"),
    ),
    Snippet(
        "transformer block",
        """
def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)

def layer_norm(x, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    return (x - mu) / np.sqrt(x.var(axis=-1, keepdims=True) + eps)

def attention(q, k, v, mask):
    d = q.shape[-1]
    scores = q @ k.T / np.sqrt(d) + (1 - mask) * -1e9
    return softmax(scores) @ v

def feed_forward(x, W1, b1, W2, b2):
    h = np.maximum(0, x @ W1 + b1)
    return h @ W2 + b2

T, D = x.shape
mask = np.where(np.arange(T)[:, None] < np.arange(T), 0.0, 1.0)

a = layer_norm(x)
x = x + attention(a @ Wq, a @ Wk, a @ Wv, mask) @ Wo
x = x + feed_forward(layer_norm(x), W1, b1, W2, b2)
logits = x[-1] @ E.T                # the next token
loss = -np.log(softmax(logits)[next_token])
""",
        given("x 3x4, Wq 4x2, Wk 4x2, Wv 4x2, Wo 2x4, W1 4x5, b1 5, W2 5x4, b2 4, E 6x4", next_token=3),
    ),
    Snippet(
        "SVM and softmax side by side",
        """
X = np.concatenate([X, np.ones((X.shape[0], 1))], axis=1)   # bias trick
num_train, dim = X.shape
scores = X.dot(W)
rows = np.arange(num_train)

# hinge
delta = 1.0
correct = scores[rows, y][:, np.newaxis]
margins = np.maximum(0.0, scores - correct + delta)
hinge = (np.sum(margins) - num_train * delta) / num_train

# cross-entropy
scores -= np.max(scores, axis=1, keepdims=True)
probs = np.exp(scores)
probs /= probs.sum(axis=1, keepdims=True)
xent = -np.log(probs[rows, y]).mean()

reg_loss = reg * np.sum(W[:-1] ** 2)       # no penalty on the bias
loss = hinge + xent + reg_loss
""",
        given("X 4x3, W 4x3", y=[1, 0, 2, 1], reg=0.1),
    ),
    Snippet(
        "one step of gradient descent, written out",
        """
def predict(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))

def cost(X, w, b, t):
    p = predict(X, w, b)
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))

t = np.array([1, 0, 0, 1, 1])
m = t.shape[0]
before = cost(X, w, b, t)

error = predict(X, w, b) - t
dw = X.T @ error / m
db = np.sum(error) / m
w -= learning_rate * dw
b -= learning_rate * db

after = cost(X, w, b, t)
improvement = before - after
print("better by", improvement)
""",
        given("X 5x2, w 2, b", learning_rate=0.3),
    ),
    Snippet(
        "convolutional net of one filter",
        """
relu = lambda z: np.maximum(0, z)

# all 3x3 patches of a 5x4 image, one row each
rows = np.arange(3)[:, None, None, None] + np.arange(3)[None, None, :, None]
cols = np.arange(2)[None, :, None, None] + np.arange(3)[None, None, None, :]
patches = img[rows, cols].reshape(6, 9)

feature = relu(patches @ k.reshape(-1) + bias).reshape(3, 2)
pooled = feature.max(axis=1)
scores = np.dot(W_fc, pooled)
p = np.exp(scores) / np.exp(scores).sum()
-np.log(p[label])
""",
        given("img 5x4, k 3x3, W_fc 2x3", bias=0.6, label=1),
    ),
    Snippet(
        "Gaussian mixture, log-likelihood",
        """
log_pi = a - np.log(np.sum(np.exp(a)))                   # mixing weights, as logits
diff = x[:, None] - mu[None, :]
log_normal = -0.5 * (diff / np.exp(s)) ** 2 - s - 0.5 * np.log(2 * np.pi)
joint = log_pi + log_normal
m = joint.max(axis=1)
log_likelihood = m + np.log(np.exp(joint - m[:, None]).sum(axis=1))
nll = -log_likelihood.mean()
""",
        given("a 3, x 5, mu 3, s 3"),
    ),
]
