"""Neurons, fully connected layers and whole networks, forward."""

from tests.engine.snippets.snippet import Snippet, given

NET = given("x 4x3, y 4x2, w1 3x5, w2 5x2")

SNIPPETS = [
    Snippet(
        "neuron",
        """
cell_body_sum = np.sum(inputs * self.weights) + self.bias
firing_rate = 1.0 / (1.0 + math.exp(-cell_body_sum)) # sigmoid activation
""",
        given("inputs 3, weights 3, bias"),
    ),
    Snippet(
        "neuron with its imports",
        """
import math
import numpy as np

# one neuron: weigh, add up, squash
z = np.dot(self.w, x) + self.b
a = math.tanh(z)
""",
        given("w 4, x 4, b"),
    ),
    Snippet(
        "FC layers of three",
        """
f = lambda x: 1.0/(1.0 + np.exp(-x)) # the activation function: a sigmoid
x = np.random.randn(3, 1) # a random input of three numbers
h1 = f(np.dot(W1, x) + b1) # 4x1
h2 = f(np.dot(W2, h1) + b2) # 4x1
out = np.dot(W3, h2) + b3 # 1x1
""",
        given("W1 4x3, b1 4x1, W2 4x4, b2 4x1, W3 1x4, b3 1x1"),
    ),
    Snippet(
        "FC layers, everything random",
        """
import numpy as np
np.random.seed(0)

W1, b1 = 0.1 * np.random.randn(4, 3), np.zeros((4, 1))
W2, b2 = 0.1 * np.random.randn(4, 4), np.zeros((4, 1))
W3, b3 = 0.1 * np.random.randn(1, 4), np.zeros((1, 1))

f = lambda x: 1.0 / (1.0 + np.exp(-x))
h1 = f(np.dot(W1, x) + b1)
h2 = f(np.dot(W2, h1) + b2)
out = np.dot(W3, h2) + b3
print(out)
""",
        given("x 3x1"),
    ),
    Snippet(
        "training step, forward",
        """
h = 1 / (1 + np.exp(-x.dot(w1)))
y_pred = h.dot(w2)
loss = np.square(y_pred - y).sum()
print(loss)
""",
        NET,
    ),
    Snippet(
        "training step with its data",
        """
import numpy as np

N, D_in, H, D_out = 6, 5, 4, 2
x, y = np.random.randn(N, D_in), np.random.randn(N, D_out)
h = 1 / (1 + np.exp(-x.dot(w1)))
y_pred = h.dot(w2)
loss = np.square(y_pred - y).sum()
""",
        given("w1 5x4, w2 4x2"),
    ),
    Snippet(
        "ReLU network, forward",
        """
h = x.dot(w1)
h_relu = np.maximum(h, 0)
y_pred = h_relu.dot(w2)
loss = np.square(y_pred - y).sum()
""",
        NET,
    ),
    Snippet(
        "ReLU network with backward by hand",
        """
# forward
h = x.dot(w1)
h_relu = np.maximum(h, 0)
y_pred = h_relu.dot(w2)
loss = np.square(y_pred - y).sum()
# backward
grad_y_pred = 2.0 * (y_pred - y)
grad_w2 = h_relu.T.dot(grad_y_pred)
grad_h_relu = grad_y_pred.dot(w2.T)
grad_h = grad_h_relu * (h > 0)
grad_w1 = x.T.dot(grad_h)
w1 -= 1e-2 * grad_w1
w2 -= 1e-2 * grad_w2
np.square(np.maximum(x.dot(w1), 0).dot(w2) - y).sum()    # the loss after the step
""",
        NET,
    ),
    Snippet(
        "backpropagation of a sigmoid layer",
        """
z1 = X @ W1 + b1
a1 = 1 / (1 + np.exp(-z1))
z2 = a1 @ W2 + b2
dz2 = z2 - t
dW2 = a1.T @ dz2
da1 = dz2 @ W2.T
dz1 = da1 * a1 * (1 - a1)
dW1 = X.T @ dz1
db1 = dz1.sum(axis=0)
step = np.sum(dW1 ** 2) + np.sum(dW2 ** 2) + np.sum(db1 ** 2)
""",
        given("X 4x2, W1 2x3, b1 3, W2 3x1, b2 1, t 4x1"),
    ),
    Snippet(
        "two-layer net with softmax and regularisation",
        """
hidden_layer = np.maximum(0, np.dot(X, W1) + b1)  # ReLU
scores = np.dot(hidden_layer, W2) + b2
num_examples = X.shape[0]
exp_scores = np.exp(scores)
probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
correct_logprobs = -np.log(probs[np.arange(num_examples), y])
data_loss = np.sum(correct_logprobs) / num_examples
reg_loss = 0.5 * reg * np.sum(W1 * W1) + 0.5 * reg * np.sum(W2 * W2)
loss = data_loss + reg_loss
""",
        given("X 4x2, W1 2x5, b1 1x5, W2 5x3, b2 1x3", y=[0, 2, 1, 0], reg=0.001),
    ),
    Snippet(
        "two-layer net in column form",
        """
Z1 = np.dot(W1, X) + b1; A1 = np.tanh(Z1)
Z2 = np.dot(W2, A1) + b2; A2 = 1 / (1 + np.exp(-Z2))
m = Y.shape[1]
logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
cost = -np.sum(logprobs) / m
""",
        given("W1 4x2, b1 4x1, W2 1x4, b2 1x1, X 2x3", Y=[[1.0, 0.0, 1.0]]),
    ),
    Snippet(
        "three-layer net in one expression",
        """
out = np.dot(
    W3,
    np.maximum(0, np.dot(
        W2,
        np.maximum(0, np.dot(W1, x))   # first hidden layer
    ))
)
""",
        given("W1 4x3, W2 3x4, W3 2x3, x 3"),
    ),
    Snippet(
        "XOR with fixed data",
        """
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([[0], [1], [1], [0]])
hidden = 1 / (1 + np.exp(-(X @ W1 + b1)))
output = 1 / (1 + np.exp(-(hidden @ W2 + b2)))
error = 0.5 * np.sum((T - output) ** 2)
""",
        given("W1 2x2, b1 2, W2 2x1, b2 1"),
    ),
    Snippet(
        "inverted dropout",
        """
p = 0.5
H1 = np.maximum(0, np.dot(W1, X) + b1)
U1 = (np.random.rand(4, 3) < p) / p   # mask, scaled at training time
H1 *= U1
out = np.dot(W2, H1) + b2
""",
        given("W1 4x2, X 2x3, b1 4x1, W2 2x4, b2 2x1"),
    ),
    Snippet(
        "noise added to the input",
        """
noise = 0.1 * np.random.randn(2, 3)
h = np.tanh((x + noise) @ W)
h.mean()
""",
        given("x 2x3, W 3x2"),
    ),
    Snippet(
        "initialisation after He",
        """
fan_in, fan_out = 4, 3
W = np.random.randn(fan_in, fan_out) * np.sqrt(2.0 / fan_in)
b = np.zeros(fan_out)
a = np.maximum(0, x.dot(W) + b)
""",
        given("x 2x4"),
    ),
    Snippet(
        "residual block",
        """
h = np.maximum(0, x @ W1)
h = h @ W2
out = np.maximum(0, h + x)
""",
        given("x 2x3, W1 3x4, W2 4x3"),
    ),
    Snippet(
        "highway layer",
        """
T = 1 / (1 + np.exp(-(np.dot(x, W_T) + b_T)))   # transform gate
H = np.tanh(np.dot(x, W_H))
y = T * H + (1 - T) * x
""",
        given("x 2x3, W_T 3x3, b_T 3, W_H 3x3"),
    ),
    Snippet(
        "maxout of two",
        """
z1 = W1.dot(x) + b1
z2 = W2.dot(x) + b2
h = np.maximum(z1, z2)
""",
        given("W1 4x3, b1 4, W2 4x3, b2 4, x 3"),
    ),
    Snippet(
        "autoencoder with sparsity",
        """
code = 1 / (1 + np.exp(-(x @ W + b)))
recon = code @ W.T + c            # tied weights
rho_hat = code.mean(axis=0)
kl = rho * np.log(rho / rho_hat) + (1 - rho) * np.log((1 - rho) / (1 - rho_hat))
loss = np.mean((recon - x) ** 2) + beta * kl.sum()
""",
        given("x 5x3, W 3x2, b 2, c 3", rho=0.05, beta=0.1),
    ),
    Snippet(
        "variational autoencoder",
        """
h = np.tanh(x @ W_enc)
mu, logvar = h @ W_mu, h @ W_lv
eps = np.random.randn(2, 2)
z = mu + np.exp(0.5 * logvar) * eps
x_hat = 1 / (1 + np.exp(-z @ W_dec))
recon = -np.sum(x * np.log(x_hat) + (1 - x) * np.log(1 - x_hat))
kl = -0.5 * np.sum(1 + logvar - mu ** 2 - np.exp(logvar))
elbo_loss = recon + kl
""",
        given("W_enc 3x4, W_mu 4x2, W_lv 4x2, W_dec 2x3", x=[[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]]),
    ),
    Snippet(
        "mixture of two experts",
        """
g = np.exp(x @ Wg); g = g / g.sum(axis=1, keepdims=True)
y1 = np.tanh(x @ A1)
y2 = np.tanh(x @ A2)
y = g[:, 0:1] * y1 + g[:, 1:2] * y2
""",
        given("x 3x2, Wg 2x2, A1 2x3, A2 2x3"),
    ),
    Snippet(
        "flattened images, scores",
        """
X = images.reshape(images.shape[0], -1)
X -= np.mean(X, axis=0)
scores = X.dot(W) + b
""",
        given("images 2x2x2x3, W 12x3, b 3"),
    ),
]
