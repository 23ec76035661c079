"""Why each step of a derivation holds, in a sentence."""

from engine.messages.message import Message

STEP = "derivation"

DERIVATIONS = {
    "value": Message(STEP, "What the gate stands for.", "이 게이트가 나타내는 식입니다."),
    "loss_value": Message(
        STEP,
        "What the gate stands for, for one case. For several it is the mean, and all below is divided by their number.",
        "이 게이트가 나타내는 식으로, 사례 하나일 때입니다. 여럿이면 평균이므로 아래의 식을 모두 사례의 수로 나눕니다.",
    ),
    "sigmoid_chain": Message(
        STEP,
        "The chain rule from the outside in: 1/u gives −1/u², adding 1 changes nothing, eᵘ gives itself, and −x gives "
        "−1. The two minus signs cancel.",
        "바깥쪽부터 연쇄 법칙을 적용합니다. 1/u의 미분은 −1/u²이고, 1을 더해도 그대로이며, eᵘ의 미분은 자기 자신, "
        "−x의 미분은 −1입니다. 두 음수 부호는 서로 지워집니다.",
    ),
    "sigmoid_split": Message(
        STEP,
        "Add 1 in the numerator and take it away again, then write the fraction as two factors.",
        "분자에 1을 더했다가 다시 빼고, 분수를 두 인수로 나누어 씁니다.",
    ),
    "sigmoid_closed": Message(
        STEP,
        "The second factor is σ. The first is 1 less 1/(1 + e⁻ˣ), so it is 1 − σ. The forward pass has σ already.",
        "둘째 인수는 σ입니다. 첫째 인수는 1에서 1/(1 + e⁻ˣ)을 뺀 것이므로 1 − σ입니다. σ는 순전파에서 이미 구했습니다.",
    ),
    "tanh_quotient": Message(
        STEP,
        "The quotient rule: numerator and denominator are each other's derivative.",
        "몫의 미분법을 씁니다. 분자와 분모는 서로의 미분입니다.",
    ),
    "tanh_split": Message(
        STEP,
        "Divide each square by the denominator.",
        "두 제곱을 각각 분모로 나눕니다.",
    ),
    "tanh_closed": Message(
        STEP,
        "The fraction is the output g, which the forward pass has already.",
        "이 분수는 출력 g이며, 순전파에서 이미 구했습니다.",
    ),
    "relu_choice": Message(
        STEP,
        "A maximum passes the gradient to its larger operand: 1 where that is x, 0 where it is the constant 0. "
        "At 0 itself there is no derivative, and 0 is taken.",
        "최댓값은 더 큰 쪽으로만 기울기를 보냅니다. x가 더 크면 1, 상수 0이 더 크면 0입니다. "
        "정확히 0에서는 미분이 없으므로 0으로 정합니다.",
    ),
    "leaky_choice": Message(
        STEP,
        "A maximum passes the gradient to its larger operand: above 0 that is x, with the slope 1, "
        "elsewhere αx, with the gate's slope α.",
        "최댓값은 더 큰 쪽으로만 기울기를 보냅니다. 0보다 크면 기울기가 1인 x이고, 그 밖에는 게이트의 기울기 α를 쓰는 "
        "αx입니다.",
    ),
    "softplus_chain": Message(
        STEP,
        "The chain rule: log u gives 1/u, and 1 + eˣ gives eˣ.",
        "연쇄 법칙을 적용합니다. log u의 미분은 1/u, 1 + eˣ의 미분은 eˣ입니다.",
    ),
    "softplus_divide": Message(
        STEP,
        "Divide numerator and denominator by eˣ.",
        "분자와 분모를 eˣ로 나눕니다.",
    ),
    "softplus_closed": Message(
        STEP,
        "That is the sigmoid.",
        "이것은 시그모이드입니다.",
    ),
    "silu_product": Message(
        STEP,
        "The product rule, with (1 − σ)σ for the derivative of the sigmoid.",
        "곱의 미분법을 쓰고, 시그모이드의 미분에 (1 − σ)σ를 넣습니다.",
    ),
    "common_factor": Message(
        STEP,
        "Take out the factor that both terms share.",
        "두 항에 공통인 인수를 앞으로 꺼냅니다.",
    ),
    "softmax_quotient": Message(
        STEP,
        "The quotient rule. The numerator depends on the input j only where i = j; "
        "the sum always holds its exponential.",
        "몫의 미분법을 씁니다. 분자는 i = j일 때만 입력 j에 의존하고, 합에는 그 지수가 항상 들어 있습니다.",
    ),
    "softmax_closed": Message(
        STEP,
        "Both fractions are outputs, which the forward pass has already.",
        "두 분수는 모두 출력이며, 순전파에서 이미 구했습니다.",
    ),
    "softmax_product": Message(
        STEP,
        "Multiply by the upstream gradient δ of every output and add up. "
        "The one sum serves all inputs, so the Jacobian is never built.",
        "모든 출력의 상류 기울기 δ를 곱해 더합니다. 합 하나를 모든 입력에 쓰므로 야코비 행렬은 실제로 만들지 않습니다.",
    ),
    "logsumexp_chain": Message(
        STEP,
        "The chain rule: log u gives 1/u, and of the sum only one exponential depends on the input j.",
        "연쇄 법칙을 적용합니다. log u의 미분은 1/u이고, 합에서 입력 j에 의존하는 지수는 하나뿐입니다.",
    ),
    "is_softmax": Message(
        STEP,
        "One fraction: it is the softmax.",
        "분수 하나로 쓰면 소프트맥스입니다.",
    ),
    "square_terms": Message(
        STEP,
        "Term by term: u² gives 2u, and the bracket is 1 for the one term with k = j, else 0.",
        "항마다 미분합니다. u²의 미분은 2u이고, 대괄호는 k = j인 항에서만 1, 나머지에서는 0입니다.",
    ),
    "one_term": Message(
        STEP,
        "One term of the sum is left.",
        "합에서 항 하나만 남습니다.",
    ),
    "norm_chain": Message(
        STEP,
        "The chain rule: √u gives 1/(2√u), and the sum of squares gives twice the entry.",
        "연쇄 법칙을 적용합니다. √u의 미분은 1/(2√u), 제곱의 합의 미분은 그 항목의 두 배입니다.",
    ),
    "norm_closed": Message(
        STEP,
        "The 2 cancels, and the root is the output r: what is left is the direction, of length 1.",
        "2가 지워지고 제곱근은 출력 r입니다. 남는 것은 길이가 1인 방향입니다.",
    ),
    "absolute_terms": Message(
        STEP,
        "Term by term: |u| gives the sign of u, and the bracket is 1 for the one term with k = j, else 0.",
        "항마다 미분합니다. |u|의 미분은 u의 부호이고, 대괄호는 k = j인 항에서만 1, 나머지에서는 0입니다.",
    ),
    "mean_terms": Message(
        STEP,
        "Each entry gives 1 to its own term: the bracket is 1 for the one with k = j, else 0.",
        "각 항목은 자기 항에서만 1이 됩니다. 대괄호는 k = j에서만 1, 나머지에서는 0입니다.",
    ),
    "mse_other": Message(
        STEP,
        "The other operand stands behind a minus: the same with the other sign.",
        "다른 피연산자는 뺄셈 뒤에 있으므로 부호만 반대입니다.",
    ),
    "svm_value": Message(
        STEP,
        "What the gate stands for, for one case: for several it is the mean. "
        "The term of the right class is always Δ, and is taken away again.",
        "이 게이트가 나타내는 식으로, 사례 하나일 때입니다. 여럿이면 평균입니다. "
        "정답 클래스의 항은 항상 Δ이므로 다시 뺍니다.",
    ),
    "svm_terms": Message(
        STEP,
        "A term that is open, above 0, gives 1 to its own score and −1 to that of the right class y; "
        "a closed one gives 0.",
        "0보다 큰 항은 자기 점수에 1, 정답 클래스 y의 점수에 −1을 줍니다. 닫힌 항은 0을 줍니다.",
    ),
    "svm_closed": Message(
        STEP,
        "A wrong class gets 1 if its term is open. The right class loses 1 for each of the open ones.",
        "오답 클래스는 자기 항이 열려 있으면 1을 받습니다. 정답 클래스는 열린 항마다 1을 잃습니다.",
    ),
    "entropy_split": Message(
        STEP,
        "The logarithm of a fraction is a difference, and log eᵘ is u.",
        "분수의 로그는 로그의 차이고, log eᵘ은 u입니다.",
    ),
    "entropy_terms": Message(
        STEP,
        "The first term gives the softmax, as in logsumexp; the second gives 1 at the right class y only.",
        "첫째 항의 미분은 logsumexp와 같이 소프트맥스이고, 둘째 항은 정답 클래스 y에서만 1입니다.",
    ),
    "entropy_closed": Message(
        STEP,
        "With p for the softmax: what is believed, less what is right.",
        "소프트맥스를 p로 쓰면, 예측한 확률에서 정답을 뺀 것입니다.",
    ),
}
