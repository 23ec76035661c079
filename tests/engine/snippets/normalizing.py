"""Normalisation, statistics and distances."""

from tests.engine.snippets.snippet import Snippet, given

SNIPPETS = [
    Snippet(
        "batch norm",
        """
eps = 1e-5
mean = X.mean(axis=0)
var = X.var(axis=0)
X_hat = (X - mean) / np.sqrt(var + eps)
out = gamma * X_hat + beta
""",
        given("X 5x3, gamma 3, beta 3"),
    ),
    Snippet(
        "batch norm, step by step",
        """
N, D = x.shape
mu = 1. / N * np.sum(x, axis=0)      # step 1
xmu = x - mu                         # step 2
sq = xmu ** 2                        # step 3
var = 1. / N * np.sum(sq, axis=0)    # step 4
sqrtvar = np.sqrt(var + eps)         # step 5
ivar = 1. / sqrtvar                  # step 6
xhat = xmu * ivar                    # step 7
gammax = gamma * xhat                # step 8
out = gammax + beta                  # step 9
""",
        given("x 4x3, gamma 3, beta 3", eps=1e-5),
    ),
    Snippet(
        "batch norm of images",
        """
mu = x.mean(axis=(0, 2, 3), keepdims=True)
v = x.var(axis=(0, 2, 3), keepdims=True)
x_norm = (x - mu) / np.sqrt(v + 1e-5)
y = gamma.reshape(1, -1, 1, 1) * x_norm + beta.reshape((1, 2, 1, 1))
""",
        given("x 2x2x2x3, gamma 2, beta 2"),
    ),
    Snippet(
        "batch norm at test time",
        """
running_mean = momentum * running_mean + (1 - momentum) * x.mean(axis=0)
running_var = momentum * running_var + (1 - momentum) * x.var(axis=0)
out = gamma * (x - running_mean) / np.sqrt(running_var + 1e-5) + beta
""",
        given(
            "x 4x2, running_mean 2, gamma 2, beta 2",
            running_var=[0.8, 1.4],
            momentum=0.9,
        ),
    ),
    Snippet(
        "layer norm",
        """
mean = np.mean(x, axis=-1, keepdims=True)
var = np.var(x, axis=-1, keepdims=True)
y = (x - mean) / np.sqrt(var + 1e-5)
y = y * g + b
""",
        given("x 2x3x4, g 4, b 4"),
    ),
    Snippet(
        "RMS norm", "rms = np.sqrt(np.mean(x ** 2, axis=-1, keepdims=True)); out = x / rms * g", given("x 3x4, g 4")
    ),
    Snippet(
        "group norm",
        """
N, C, L = x.shape
G = 2
xg = x.reshape(N, G, -1)
xg = (xg - xg.mean(axis=2, keepdims=True)) / np.sqrt(xg.var(axis=2, keepdims=True) + eps)
out = xg.reshape((N, C, L)) * gamma[None, :, None] + beta[None, :, None]
""",
        given("x 2x4x3, gamma 4, beta 4", eps=1e-5),
    ),
    Snippet(
        "standard scores in place",
        """
X -= X.mean(axis=0)
X /= X.std(axis=0)
X.dot(w)
""",
        given("X 5x3, w 3"),
    ),
    Snippet(
        "covariance matrix",
        """
Xc = X - np.mean(X, axis=0)
cov = np.dot(Xc.T, Xc) / (Xc.shape[0] - 1)
""",
        given("X 5x3"),
    ),
    Snippet(
        "correlation",
        """
xm, ym = x - x.mean(), y - y.mean()
r = np.sum(xm * ym) / np.sqrt(np.sum(xm**2) * np.sum(ym**2))
""",
        given("x 6, y 6"),
    ),
    Snippet(
        "min-max scaling",
        """
lo = X.min(axis=0)
hi = X.max(axis=0)
scaled = (X - lo) / (hi - lo)
weighted = scaled @ w
""",
        given("X 4x3, w 3"),
    ),
    Snippet(
        "cosine similarities of all pairs",
        """
norms = np.sqrt((E ** 2).sum(axis=1, keepdims=True))
U = E / norms
sim = U @ U.T
""",
        given("E 3x4"),
    ),
    Snippet(
        "contrastive loss",
        """
d = np.sqrt(np.sum((a - b) ** 2, axis=1))
loss = np.mean(same * d**2 + (1 - same) * np.maximum(0, margin - d)**2)
""",
        given("a 3x2, b 3x2", same=[1.0, 0.0, 0.0], margin=2.5),
    ),
    Snippet(
        "InfoNCE",
        """
za = A / np.sqrt(np.sum(A*A, axis=1))[:, None]
zb = B / np.sqrt(np.sum(B*B, axis=1))[:, None]
logits = za @ zb.T / tau
logits = logits - logits.max(axis=1, keepdims=True)
logp = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
loss = -logp[np.arange(3), np.arange(3)].mean()
""",
        given("A 3x4, B 3x4", tau=0.5),
    ),
    Snippet(
        "Gaussian kernel",
        """
diff = X[:, None, :] - Z[None, :, :]
K = np.exp(-np.sum(diff ** 2, axis=-1) / (2.0 * sigma ** 2))
""",
        given("X 3x2, Z 4x2", sigma=1.3),
    ),
    Snippet(
        "gradient clipping by norm",
        """
norm = np.linalg.norm(g)
scale = np.minimum(1.0, max_norm / (norm + 1e-6))
g = g * scale
""",
        given("g 5", max_norm=0.8),
    ),
    Snippet(
        "Adam step",
        """
beta1, beta2, eps = 0.9, 0.999, 1e-8
m = beta1 * m + (1 - beta1) * dx
v = beta2 * v + (1 - beta2) * (dx ** 2)
mt = m / (1 - beta1 ** t)
vt = v / (1 - beta2 ** t)
x += -learning_rate * mt / (np.sqrt(vt) + eps)
""",
        given("m 3, dx 3, x 3", v=[0.4, 0.2, 0.9], t=3.0, learning_rate=0.01),
    ),
    Snippet(
        "Nesterov momentum",
        """
v_prev = v
v = mu * v - lr * dx
x += -mu * v_prev + (1 + mu) * v
""",
        given("v 3, dx 3, x 3", mu=0.9, lr=0.1),
    ),
]
