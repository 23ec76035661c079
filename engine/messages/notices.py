"""What a reader should know although nothing is wrong."""

from engine.messages.message import Message

NOTICES = {
    "product_after_division": Message(
        "implicit_product",
        "Read as ({left})·{right}.",
        "이렇게 읽었습니다: ({left})·{right}",
    ),
    "product_not_call": Message(
        "implicit_product",
        "Read as the product {left}·{right}: {left} is no function.",
        "곱으로 읽었습니다: {left}·{right} (함수가 아님: {left})",
    ),
    "product_after_power": Message(
        "implicit_product",
        "Read as ({left})·{right}: the exponent ends where the next factor begins.",
        "이렇게 읽었습니다: ({left})·{right}. 지수는 다음 인수 앞에서 끝납니다.",
    ),
    "power_of_t": Message(
        "power_of_t",
        "T is read as a name, the exponent of {base}; the transpose is written .T.",
        "T를 지수로 쓴 이름으로 읽었습니다({base}). 전치는 .T로 씁니다.",
    ),
    "one_name": Message(
        "one_name",
        "{name} is read as one name.",
        "한 이름으로 읽었습니다: {name}",
    ),
    "function_as_name": Message(
        "one_name",
        "{name} is read as a name, from which the next term is subtracted; a function needs brackets.",
        "함수가 아니라 이름으로 읽고 다음 항을 뺐습니다: {name}. 함수의 인자는 괄호로 묶으세요.",
    ),
    "negated_power": Message(
        "negated_power",
        "Read as −({power}): a power binds tighter than the minus in front of it.",
        "이렇게 읽었습니다: −({power}). 거듭제곱이 앞의 빼기보다 먼저입니다.",
    ),
    "constant_name": Message(
        "constant_name",
        "e is read as Euler's number, 2.71828…; give e as an input to make it a name.",
        "e는 자연로그의 밑 2.71828…로 읽었습니다. 이름으로 쓰려면 e를 입력으로 주세요.",
    ),
    "ignored_statement": Message(
        "ignored_statement",
        "This statement says nothing about the circuit and is skipped: {text}",
        "회로와 상관없는 문장이라 건너뛰었습니다: {text}",
    ),
    "elementwise_product": Message(
        "elementwise_product",
        "* multiplies a matrix and a vector entry by entry; @ is the matrix product.",
        "* 는 행렬과 벡터를 항목끼리 곱합니다. 행렬 곱은 @ 입니다.",
    ),
    "shadowed_input": Message(
        "shadowed_input",
        "{name} was given as an input; from here on it means this assignment.",
        "입력으로도 주어진 이름입니다. 여기부터는 이 대입을 뜻합니다: {name}",
    ),
    "unused_input": Message(
        "unused_input",
        "The input {name} is not used.",
        "쓰이지 않은 입력입니다: {name}",
    ),
    "unused_statement": Message(
        "unused_statement",
        "The output does not need this statement; it is left out.",
        "출력에 필요하지 않은 문장이라 뺐습니다.",
    ),
    "nonscalar_output": Message(
        "nonscalar_output",
        "The output has the shape {shape}; the backward pass starts from ones, as for the sum of its entries.",
        "출력의 모양은 {shape} 입니다. 역전파는 1로 채운 배열, 곧 모든 항목의 합에서 시작합니다.",
    ),
    "nondifferentiable": Message(
        "nondifferentiable",
        "{gate} has no derivative at this point; the usual choice is taken.",
        "이 점에서는 미분할 수 없어 관례를 따릅니다: {gate}",
    ),
    "nonfinite_value": Message(
        "nonfinite",
        "{gate} ({node}) gives {value}. It starts here and is carried through.",
        "유한하지 않은 값이 여기서 생겨 그대로 이어집니다: {gate}({node}), 값 {value}",
    ),
    "nonfinite_gradient": Message(
        "nonfinite",
        "The gradient of {gate} ({node}) is {value}. It starts here and is carried through.",
        "유한하지 않은 기울기가 여기서 생겨 그대로 이어집니다: {gate}({node}), 기울기 {value}",
    ),
}
