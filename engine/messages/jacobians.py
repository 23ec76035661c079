"""The structure of a gate's Jacobian in words."""

from engine.messages.message import Message

STRUCTURES = {
    "diagonal": Message(
        "diagonal",
        "Diagonal: each output depends on its own entry only, so {numbers} numbers stand for all {entries}.",
        "대각 행렬: 각 출력은 자기 항목에만 의존하므로, 수 {numbers}개가 전체 {entries}개를 대신합니다.",
    ),
    "broadcast": Message(
        "structured",
        "Broadcast: an entry is used by several outputs, so its gradient is the sum over them.",
        "브로드캐스트: 한 항목이 여러 출력에 쓰이므로, 그 기울기는 그들의 합입니다.",
    ),
    "matmul_left": Message(
        "structured",
        "Block diagonal: each output sees only its own row of the left operand, through the right operand. "
        "It is never built: upstream · right transposed gives the same answer.",
        "블록 대각 행렬: 각 출력은 왼쪽 피연산자의 자기 행만, 오른쪽 피연산자를 통해 봅니다. "
        "실제로 만들지 않으며, 상류 기울기와 오른쪽의 전치를 곱하면 같은 답이 나옵니다.",
    ),
    "matmul_right": Message(
        "structured",
        "The left operand itself, once for each column of the right one. "
        "It is never built: left transposed · upstream gives the same answer.",
        "오른쪽 피연산자의 열마다 놓인 왼쪽 피연산자 그 자체입니다. "
        "실제로 만들지 않으며, 왼쪽의 전치와 상류 기울기를 곱하면 같은 답이 나옵니다.",
    ),
    "sum": Message(
        "structured",
        "Ones where an entry is part of a sum, zeros elsewhere.",
        "합에 들어가는 항목에는 1, 나머지는 0입니다.",
    ),
    "mean": Message(
        "structured",
        "One divided by the number of entries where an entry is part of a mean, zeros elsewhere.",
        "평균에 들어가는 항목에는 항목 수의 역수, 나머지는 0입니다.",
    ),
    "choice": Message(
        "structured",
        "A selection: one where the entry was chosen, zeros elsewhere; ties share.",
        "선택: 뽑힌 항목에는 1, 나머지는 0이며, 같은 값은 나누어 가집니다.",
    ),
    "rearranging": Message(
        "structured",
        "A permutation: each output is one entry, so each row holds a single one.",
        "자리바꿈: 각 출력은 항목 하나이므로, 행마다 1이 하나씩 있습니다.",
    ),
    "dense": Message(
        "dense",
        "Dense: the output depends on every entry.",
        "조밀 행렬: 출력이 모든 항목에 의존합니다.",
    ),
}
