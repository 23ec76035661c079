"""What can be wrong with a program in LaTeX."""

from engine.messages.message import Message

SYNTAX = "syntax_error"
REFUSED = "unsupported"

ERRORS = {
    "unknown_command": Message(
        SYNTAX,
        "The command {command} is not read.",
        "읽지 않는 명령입니다: {command}",
        "Names of several letters are written \\mathrm{{…}}, functions \\operatorname{{…}}(x).",
        "여러 글자 이름은 \\mathrm{{…}}, 함수는 \\operatorname{{…}}(x)로 쓰세요.",
    ),
    "unknown_command_near": Message(
        SYNTAX,
        "The command {command} is not read.",
        "읽지 않는 명령입니다: {command}",
        "{near}",
        "{near}",
    ),
    "latex_derivative": Message(
        REFUSED,
        "{command} is not read: every derivative is computed from the circuit itself.",
        "미분은 회로에서 저절로 계산되므로 읽지 않습니다: {command}",
        "Write the function alone; its gradients appear on the wires.",
        "함수만 쓰세요. 기울기는 선 위에 나타납니다.",
    ),
    "latex_analysis": Message(
        REFUSED,
        "{command} has no place in a circuit, which computes with numbers.",
        "수를 계산하는 회로에는 쓸 수 없습니다: {command}",
        "Write an expression of functions and sums over explicit ranges.",
        "함수와, 범위를 적은 합으로 식을 쓰세요.",
    ),
    "latex_function": Message(
        REFUSED,
        "There is no function {command} here.",
        "여기에는 없는 함수입니다: {command}",
        "Functions are \\max, \\min, \\exp, \\log and those of the guide, as \\operatorname{{…}}(x).",
        "\\max, \\min, \\exp, \\log와 안내에 있는 함수를 \\operatorname{{…}}(x) 꼴로 쓰세요.",
    ),
    "latex_sign": Message(
        REFUSED,
        "The sign {command} has no meaning in a circuit.",
        "회로에서 뜻이 없는 기호입니다: {command}",
        "Write with + - \\cdot \\odot ^ \\frac and functions.",
        "+ - \\cdot \\odot ^ \\frac 과 함수로 쓰세요.",
    ),
    "latex_cases": Message(
        REFUSED,
        "Cases are not read: in a circuit every number goes the same way.",
        "회로에서는 모든 수가 같은 길로 흐르므로 경우 나누기는 읽지 않습니다.",
        "Write \\operatorname{{where}}(x > 0, a, b) or \\max(0, x).",
        "\\operatorname{{where}}(x > 0, a, b)나 \\max(0, x)로 쓰세요.",
    ),
    "latex_environment": Message(
        REFUSED,
        "The environment {name} is not read.",
        "읽지 않는 환경입니다: {name}",
        "Matrices are bmatrix or pmatrix, several lines align.",
        "행렬은 bmatrix나 pmatrix, 여러 줄은 align으로 쓰세요.",
    ),
    "latex_end": Message(
        SYNTAX,
        "The environment {name} ends here and never began.",
        "시작하지 않은 환경이 여기서 끝납니다: {name}",
        "Write \\begin{{{name}}} in front of it.",
        "앞에 \\begin{{{name}}} 쓰기",
    ),
    "latex_argument": Message(
        SYNTAX,
        "{name} has no argument.",
        "인자가 없습니다: {name}",
        "Write it in brackets: {name}(x)",
        "괄호에 쓰세요: {name}(x)",
    ),
    "latex_braces": Message(
        SYNTAX,
        "A single letter or digit, or a group in curly brackets, is expected here.",
        "여기에는 글자나 숫자 하나, 또는 중괄호 묶음이 와야 합니다.",
        "Put it in curly brackets: {{…}}",
        "중괄호로 묶으세요: {{…}}",
    ),
    "latex_degree": Message(
        REFUSED,
        "The degree of a root is a whole number here.",
        "근의 차수는 자연수로 씁니다.",
        "Write a power: x^{{1/n}}",
        "거듭제곱으로 쓰세요: x^{{1/n}}",
    ),
    "latex_name": Message(
        SYNTAX,
        "A name is made of letters, digits and underscores.",
        "이름은 글자, 숫자, 밑줄로 씁니다.",
        "Write it as \\mathrm{{…}} with letters and digits only.",
        "\\mathrm{{…}} 안에 글자와 숫자만 쓰세요.",
    ),
    "latex_subscript": Message(
        SYNTAX,
        "A subscript is made of letters and digits.",
        "아래 첨자는 글자와 숫자로 씁니다.",
        "Write a name such as h_{{prev}}.",
        "h_{{prev}} 같은 이름으로 쓰세요.",
    ),
    "latex_subscript_base": Message(
        SYNTAX,
        "A subscript belongs to a name.",
        "아래 첨자는 이름에 붙입니다.",
        "Entries of an array are written x[0].",
        "배열의 항목은 x[0]처럼 쓰세요.",
    ),
    "latex_function_subscript": Message(
        REFUSED,
        "This subscript of {name} is not read.",
        "읽지 않는 아래 첨자입니다: {name}",
        "Write \\log(x) / \\log(b) for other bases, \\max(a, b, c) for a choice among several.",
        "다른 밑은 \\log(x) / \\log(b), 여럿 중의 선택은 \\max(a, b, c)로 쓰세요.",
    ),
    "latex_inverse": Message(
        REFUSED,
        "{name}^{{-1}} could be the inverse function or a reciprocal.",
        "역함수인지 역수인지 알 수 없습니다: {name}^{{-1}}",
        "Write \\arcsin(x) and its kin, or \\frac{{1}}{{{name}(x)}}.",
        "\\arcsin(x) 같은 함수나 \\frac{{1}}{{{name}(x)}}로 쓰세요.",
    ),
    "latex_layer": Message(
        REFUSED,
        "An index in brackets above could be taken for a power.",
        "괄호 속 위 첨자는 거듭제곱으로 오해할 수 있습니다.",
        "Write it as a subscript: _{{{index}}}",
        "아래 첨자로 쓰세요: _{{{index}}}",
    ),
    "sum_range": Message(
        REFUSED,
        "{sign} is read over a range in numbers only.",
        "범위를 수로 적은 것만 읽습니다: {sign}",
        "Write {sign}_{{i=1}}^{{3}}, or \\operatorname{{sum}}(x) for an array.",
        "{sign}_{{i=1}}^{{3}}, 배열은 \\operatorname{{sum}}(x)로 쓰세요.",
    ),
    "sum_body": Message(
        SYNTAX,
        "Nothing stands behind {sign}.",
        "뒤에 식이 없습니다: {sign}",
        "Write the term to add, such as {sign}_{{i=1}}^{{3}} w_i x_i.",
        "{sign}_{{i=1}}^{{3}} w_i x_i처럼 항을 쓰세요.",
    ),
}
