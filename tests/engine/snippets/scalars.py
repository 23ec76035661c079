"""Programs of plain numbers and of the module math."""

from tests.engine.snippets.snippet import Snippet, given

ROWS = [
    ("1.0 / (1.0 + math.exp(-(w0*x0 + w1*x1 + w2)))", given(w0=2.0, x0=-1.0, w1=-3.0, x1=-2.0, w2=-3.0)),
    ("math.sqrt(x**2 + y**2)", given(x=3.0, y=-4.0)),
    ("math.log(x) + math.log2(y) - math.log10(x * y)", given(x=2.5, y=0.8)),
    ("math.sin(x) / x", given(x=0.9)),
    ("math.tanh(w * x + b)", given("w, x, b")),
    ("max(0, w * x + b)", given(w=0.8, x=1.5, b=0.2)),
    ("max(x, y, z) - min(x, y, z)", given(x=1.5, y=-0.7, z=0.3)),
    ("abs(x - y) ** 1.5", given(x=0.2, y=1.9)),
    ("P * math.exp(r * t)", given(P=100.0, r=0.05, t=3.0)),
    ("math.exp(-(x - mu)**2 / (2*s**2)) / (s * math.sqrt(2 * math.pi))", given(x=0.4, mu=0.1, s=1.2)),
    ("a ** b ** 0.5 - (-a) * -b", given(a=1.7, b=2.3)),
    ("-x ** 2 + 2 ** -x", given(x=1.4)),
    ("x = 3 * x; y = x ** 2; z = y - x", given(x=0.7)),
    ("math.log1p(x) + math.cos(x) * math.sinh(y)", given(x=0.7, y=-1.2)),
]

SNIPPETS = [Snippet(text, text, inputs) for text, inputs in ROWS] + [
    Snippet(
        "sigmoid circuit, gate by gate",
        """
# forward pass
s0 = w0 * x0
s1 = w1 * x1
dot = s0 + s1 + w2
exp = math.exp(-dot)
f = 1.0 / (1.0 + exp)
""",
        given(w0=2.0, x0=-1.0, w1=-3.0, x1=-2.0, w2=-3.0),
    ),
    Snippet(
        "staged forward pass of a long formula",
        """
sigy = 1.0 / (1 + math.exp(-y))   # sigmoid in the numerator
num = x + sigy
sigx = 1.0 / (1 + math.exp(-x))
xpy = x + y
xpysqr = xpy ** 2
den = sigx + xpysqr
invden = 1.0 / den
f = num * invden
""",
        given(x=3.0, y=-4.0),
    ),
    Snippet(
        "forward and backward of (x + y) z",
        """
q = x + y
f = q * z
dfdz = q
dfdq = z
dfdx = 1.0 * dfdq   # chain rule
dfdy = 1.0 * dfdq
total = dfdx + dfdy + dfdz + f
""",
        given(x=-2.0, y=5.0, z=-4.0),
    ),
    Snippet(
        "perceptron with two inputs",
        """
import math
x1, x2 = 0.05, 0.10
net = w1 * x1 + w2 * x2 + b * 1
out = 1 / (1 + math.exp(-net))
target = 0.01
E = 0.5 * (target - out) ** 2
""",
        given(w1=0.15, w2=0.2, b=0.35),
    ),
    Snippet(
        "a small net written out",
        """
h1 = math.tanh(w1*x + b1); h2 = math.tanh(w2*x + b2)
y_hat = v1*h1 + v2*h2 + c
loss = (y_hat - y)**2 / 2
""",
        given("w1, x, b1, w2, b2, v1, v2, c, y"),
    ),
    Snippet(
        "Ackley function",
        """
from math import exp, sqrt, cos, pi, e
t1 = -20 * exp(-0.2 * sqrt(0.5 * (x**2 + y**2)))
t2 = -exp(0.5 * (cos(2*pi*x) + cos(2*pi*y)))
t1 + t2 + e + 20
""",
        given(x=0.8, y=-0.3),
    ),
    Snippet(
        "leaky integrator, unrolled",
        """
tau = 10.0; dt = 1.0
V = 0.0
V += dt / tau * (-V + R * I1)
V += dt / tau * (-V + R * I2)
V += dt / tau * (-V + R * I3)
""",
        given(R=1.5, I1=2.0, I2=-0.5, I3=1.0),
    ),
    Snippet(
        "functions imported by name",
        """
from numpy import exp, log, maximum
import numpy
softplus = log(1 + exp(x))
numpy.sum(softplus * maximum(x, 0.1))
""",
        given("x 4"),
    ),
    Snippet(
        "distance under gravity",
        """
g = 9.81            # m/s^2
v_x = v * math.cos(angle)
v_y = v * math.sin(angle)
t_flight = 2 * v_y / g
distance = v_x * t_flight
""",
        given(v=12.0, angle=0.7),
    ),
    Snippet(
        "policy gradient with a baseline",
        """
logits = theta @ s
probs = np.exp(logits - logits.max()); probs /= probs.sum()
advantage = reward - baseline
loss = -np.log(probs[action]) * advantage
entropy = -(probs * np.log(probs)).sum()
objective = loss - 0.01 * entropy
""",
        given("theta 3x2, s 2", reward=1.5, baseline=0.4, action=2),
    ),
    Snippet(
        "temporal-difference error",
        """
Q_sa = Q[s, a]
target = r + gamma * np.max(Q[s_next])
td = target - Q_sa
0.5 * td ** 2
""",
        given("Q 4x3", r=1.0, gamma=0.9, s=1, a=2, s_next=3),
    ),
]
