"""Recurrent steps and attention."""

from tests.engine.snippets.snippet import Snippet, given

LSTM = given("x 3, h_prev 2, c_prev 2, Wx 3x8, Wh 2x8, b 8")

SNIPPETS = [
    Snippet(
        "RNN step",
        "h_next = np.tanh(x.dot(Wx) + prev_h.dot(Wh) + b)",
        given("x 2x3, Wx 3x4, prev_h 2x4, Wh 4x4, b 4"),
    ),
    Snippet(
        "RNN step of an object",
        """
# update the hidden state
h = np.tanh(np.dot(self.W_hh, self.h) + np.dot(self.W_xh, x))
# the output
y = np.dot(self.W_hy, h)
""",
        given("W_hh 3x3, h 3x1, W_xh 3x2, x 2x1, W_hy 2x3"),
    ),
    Snippet(
        "RNN step that keeps its state",
        """
self.h = np.tanh(np.dot(self.W_hh, self.h) + np.dot(self.W_xh, x))
y = np.dot(self.W_hy, self.h)
""",
        given("W_hh 3x3, h 3x1, W_xh 3x2, x 2x1, W_hy 2x3"),
    ),
    Snippet(
        "RNN unrolled over three steps",
        """
h0 = np.zeros(3)
h1 = np.tanh(Wxh @ xs[0] + Whh @ h0 + bh)
h2 = np.tanh(Wxh @ xs[1] + Whh @ h1 + bh)
h3 = np.tanh(Wxh @ xs[2] + Whh @ h2 + bh)
y = Why @ h3 + by
p = np.exp(y) / np.sum(np.exp(y))
loss = -np.log(p[target])
""",
        given("xs 3x2, Wxh 3x2, Whh 3x3, bh 3, Why 4x3, by 4", target=2),
    ),
    Snippet(
        "character model, one step",
        """
x = np.eye(4)[ix].reshape(4, 1)       # one-hot
hs = np.tanh(np.dot(Wxh, x) + np.dot(Whh, hprev) + bh)
ys = np.dot(Why, hs) + by
ps = np.exp(ys) / np.sum(np.exp(ys))
loss = -np.log(ps[target, 0])
""",
        given("Wxh 3x4, Whh 3x3, hprev 3x1, bh 3x1, Why 4x3, by 4x1", ix=1, target=3),
    ),
    Snippet(
        "LSTM step, sliced activations",
        """
H = h_prev.shape[0]
a = x.dot(Wx) + h_prev.dot(Wh) + b
i = 1 / (1 + np.exp(-a[:H]))
f = 1 / (1 + np.exp(-a[H:2*H]))
o = 1 / (1 + np.exp(-a[2*H:3*H]))
g = np.tanh(a[3*H:])
c_next = f * c_prev + i * g
h_next = o * np.tanh(c_next)
""",
        LSTM,
    ),
    Snippet(
        "LSTM step, one matrix a gate",
        """
sigmoid = lambda x: 1 / (1 + np.exp(-x))
z = np.concatenate((h_prev, x), axis=0)

f = sigmoid(np.dot(W_f, z) + b_f)
i = sigmoid(np.dot(W_i, z) + b_i)
c_bar = np.tanh(np.dot(W_c, z) + b_c)
c = f * c_prev + i * c_bar
o = sigmoid(np.dot(W_o, z) + b_o)
h = o * np.tanh(c)
v = np.dot(W_v, h) + b_v
""",
        given(
            "h_prev 2x1, x 3x1, c_prev 2x1, W_f 2x5, b_f 2x1, W_i 2x5, b_i 2x1, "
            "W_c 2x5, b_c 2x1, W_o 2x5, b_o 2x1, W_v 3x2, b_v 3x1"
        ),
    ),
    Snippet(
        "GRU step",
        """
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

z = sigmoid(Wz @ x + Uz @ h)           # update gate
r = sigmoid(Wr @ x + Ur @ h)           # reset gate
h_tilde = np.tanh(Wh @ x + Uh @ (r * h))
h = (1 - z) * h + z * h_tilde
""",
        given("x 3, h 2, Wz 2x3, Uz 2x2, Wr 2x3, Ur 2x2, Wh 2x3, Uh 2x2"),
    ),
    Snippet(
        "embedding lookup and mean pooling",
        """
embedded = E[tokens]              # (T, D)
pooled = embedded.mean(axis=0)
logits = pooled @ W + b
""",
        given("E 6x3, W 3x2, b 2", tokens=[4, 0, 4, 2]),
    ),
    Snippet(
        "skip-gram with negative samples",
        """
v = W_in[center]
u_pos = W_out[context]
u_neg = W_out[negatives]
loss = -np.log(1 / (1 + np.exp(-u_pos.dot(v)))) - np.sum(np.log(1 / (1 + np.exp(u_neg.dot(v)))))
""",
        given("W_in 5x3, W_out 5x3", center=2, context=4, negatives=[0, 1, 1]),
    ),
    Snippet(
        "attention",
        """
d_k = Q.shape[-1]
scores = Q @ K.T / np.sqrt(d_k)
weights = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
out = weights @ V
""",
        given("Q 3x4, K 5x4, V 5x2"),
    ),
    Snippet(
        "causal self-attention",
        """
T, d = x.shape
q, k, v = x @ Wq, x @ Wk, x @ Wv
att = q @ k.T / np.sqrt(d)
t = np.arange(T)
att = np.where(t[:, None] >= t[None, :], att, -1e9)   # nobody looks ahead
att = np.exp(att - att.max(axis=-1, keepdims=True))
att = att / att.sum(axis=-1, keepdims=True)
y = att @ v
""",
        given("x 4x3, Wq 3x3, Wk 3x3, Wv 3x3"),
    ),
    Snippet(
        "attention with two heads",
        """
T, D = x.shape
q = np.dot(x, Wq).reshape(T, 2, 2).transpose(1, 0, 2)
k = np.dot(x, Wk).reshape(T, 2, 2).transpose(1, 0, 2)
v = np.dot(x, Wv).reshape(T, 2, 2).transpose(1, 0, 2)
s = np.matmul(q, k.transpose(0, 2, 1)) / np.sqrt(2)
a = np.exp(s) / np.sum(np.exp(s), axis=-1, keepdims=True)
y = np.matmul(a, v).transpose(1, 0, 2).reshape(T, D) @ Wo
""",
        given("x 3x4, Wq 4x4, Wk 4x4, Wv 4x4, Wo 4x4"),
    ),
    Snippet(
        "additive attention",
        """
e = np.tanh(H @ W1 + s @ W2) @ v       # one energy for every position
alpha = np.exp(e) / np.sum(np.exp(e))
context = np.sum(alpha[:, None] * H, axis=0)
""",
        given("H 4x3, W1 3x2, s 3, W2 3x2, v 2"),
    ),
    Snippet(
        "positions by sine and cosine",
        """
pos = np.arange(4)[:, None]
freq = 1 / 10000.0 ** (np.arange(3) / 3)
pe = np.concatenate([np.sin(pos * freq), np.cos(pos * freq)], axis=-1)
out = (x + pe) @ W
""",
        given("x 4x6, W 6x2"),
    ),
    Snippet(
        "transformer feed-forward block",
        """
def layer_norm(x, g, b, eps=1e-5):
    mean = np.mean(x, axis=-1, keepdims=True)
    variance = np.var(x, axis=-1, keepdims=True)
    return g * (x - mean) / np.sqrt(variance + eps) + b

def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

def ffn(x, w1, w2):
    return gelu(x @ w1) @ w2

y = x + ffn(layer_norm(x, g, b), w1, w2)
""",
        given("x 2x3, g 3, b 3, w1 3x4, w2 4x3"),
    ),
    Snippet(
        "convolution of a signal, three taps",
        """
y = w[0] * x[:-2] + w[1] * x[1:-1] + w[2] * x[2:] + b
pooled = y.reshape(-1, 2).max(axis=1)
""",
        given("w 3, x 8, b"),
    ),
    Snippet(
        "convolution of an image, one filter",
        """
patch_00 = img[0:2, 0:2] ; patch_01 = img[0:2, 1:3]
patch_10 = img[1:3, 0:2] ; patch_11 = img[1:3, 1:3]
out = np.array([[np.sum(patch_00 * k), np.sum(patch_01 * k)],
                [np.sum(patch_10 * k), np.sum(patch_11 * k)]])
""",
        given("img 3x3, k 2x2"),
    ),
    Snippet(
        "max pooling by reshaping",
        """
H, W = img.shape
pooled = img.reshape(2, 2, 3, 2).max(axis=(1, 3))
""",
        given("img 4x6"),
    ),
]
