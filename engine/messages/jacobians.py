"""The structure of a gate's Jacobian in words, and why one cannot be given in numbers."""

from engine.messages.message import Message

ERRORS = {
    "unknown_edge": Message(
        "unknown_edge",
        "The circuit has no edge {edge}.",
        "회로에 그런 선이 없습니다: {edge}",
        "Its edges are {known}.",
        "회로의 선: {known}.",
    ),
    "circuit_without_edges": Message(
        "unknown_edge",
        "The circuit has no edges, so there is no edge {edge}.",
        "회로에 선이 하나도 없습니다: {edge}",
    ),
    "limit_jacobian_entries": Message(
        "limit_exceeded",
        "A Jacobian is written down with at most {maximum} numbers (limit jacobian_entries).",
        "야코비 행렬의 수가 너무 많습니다: 최대 {maximum}개 (한도 jacobian_entries).",
        "evaluate tells its structure in words, whatever its size.",
        "크기와 상관없이 evaluate가 그 구조를 말로 알려 줍니다.",
    ),
}

STRUCTURES = {
    "number": Message(
        "dense",
        "A single number: the local derivative.",
        "수 하나: 국소 미분입니다.",
    ),
    "diagonal": Message(
        "diagonal",
        "Diagonal: each output depends on its own entry only, so only {numbers} of the {entries} numbers matter.",
        "대각 행렬: 각 출력은 자기 항목에만 의존하므로, 수 {entries}개 가운데 {numbers}개만 중요합니다.",
    ),
    "broadcast": Message(
        "structured",
        "Broadcast: an entry is used by several outputs, so its gradient is the sum over them.",
        "브로드캐스트: 한 항목이 여러 출력에 쓰이므로, 그 기울기는 그들의 합입니다.",
    ),
    "matmul_left": Message(
        "structured",
        "Block diagonal: each output sees only its own row of the left operand, through the right operand. "
        "The backward pass never builds it: upstream · right transposed gives the same answer.",
        "블록 대각 행렬: 각 출력은 왼쪽 피연산자의 자기 행만, 오른쪽 피연산자를 통해 봅니다. "
        "역전파는 이 행렬을 만들지 않으며, 상류 기울기와 오른쪽의 전치를 곱하면 같은 답이 나옵니다.",
    ),
    "matmul_right": Message(
        "structured",
        "The left operand itself, once for each column of the right one. "
        "The backward pass never builds it: left transposed · upstream gives the same answer.",
        "오른쪽 피연산자의 열마다 놓인 왼쪽 피연산자 그 자체입니다. "
        "역전파는 이 행렬을 만들지 않으며, 왼쪽의 전치와 상류 기울기를 곱하면 같은 답이 나옵니다.",
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
    "joining": Message(
        "structured",
        "Ones where an entry became an output, zeros elsewhere: the other outputs come from the other operands.",
        "항목이 출력으로 옮겨 간 자리에는 1, 나머지는 0입니다. 다른 출력은 다른 피연산자에서 옵니다.",
    ),
    "selection": Message(
        "structured",
        "A selection: each output is one entry, so each row holds a single one; what was not picked has only zeros.",
        "골라내기: 각 출력은 항목 하나이므로 행마다 1이 하나씩 있고, 고르지 않은 항목에는 0만 있습니다.",
    ),
    "label": Message(
        "structured",
        "Zeros: an index or a class number only chooses, and has no gradient.",
        "모두 0: 인덱스나 클래스 번호는 고르기만 하며 기울기가 없습니다.",
    ),
    "inner_left": Message(
        "structured",
        "Block diagonal: each output sees only its own row of the left operand, through the right operand. "
        "The backward pass never builds it: upstream · right gives the same answer.",
        "블록 대각 행렬: 각 출력은 왼쪽 피연산자의 자기 행만, 오른쪽 피연산자를 통해 봅니다. "
        "역전파는 이 행렬을 만들지 않으며, 상류 기울기와 오른쪽을 곱하면 같은 답이 나옵니다.",
    ),
    "inner_right": Message(
        "structured",
        "Each output sees only its own row of the right operand, through the left operand. "
        "The backward pass never builds it: upstream transposed · left gives the same answer.",
        "각 출력은 오른쪽 피연산자의 자기 행만, 왼쪽 피연산자를 통해 봅니다. "
        "역전파는 이 행렬을 만들지 않으며, 상류 기울기의 전치와 왼쪽을 곱하면 같은 답이 나옵니다.",
    ),
    "outer_left": Message(
        "structured",
        "A Kronecker product of the identity and the right operand: each output sees one entry of the left one. "
        "The backward pass never builds it: upstream · right gives the same answer.",
        "단위행렬과 오른쪽 피연산자의 크로네커 곱: 각 출력은 왼쪽의 항목 하나만 봅니다. "
        "역전파는 이 행렬을 만들지 않으며, 상류 기울기와 오른쪽을 곱하면 같은 답이 나옵니다.",
    ),
    "outer_right": Message(
        "structured",
        "A Kronecker product of the left operand and the identity: each output sees one entry of the right one. "
        "The backward pass never builds it: upstream transposed · left gives the same answer.",
        "왼쪽 피연산자와 단위행렬의 크로네커 곱: 각 출력은 오른쪽의 항목 하나만 봅니다. "
        "역전파는 이 행렬을 만들지 않으며, 상류 기울기의 전치와 왼쪽을 곱하면 같은 답이 나옵니다.",
    ),
    "softmax": Message(
        "dense",
        "Dense and symmetric: with the outputs s, it is diag(s) − s sᵀ.",
        "조밀한 대칭 행렬: 출력을 s라 하면 diag(s) − s sᵀ입니다.",
    ),
    "softmax_lines": Message(
        "structured",
        "A block diag(s) − s sᵀ for each line s of outputs along the axis, zeros elsewhere.",
        "축을 따라 놓인 출력 s마다 블록 diag(s) − s sᵀ가 하나씩 있고, 나머지는 0입니다.",
    ),
    "log_softmax": Message(
        "dense",
        "Dense: the identity, less the probabilities in every row.",
        "조밀 행렬: 단위행렬의 모든 행에서 확률을 뺀 것입니다.",
    ),
    "log_softmax_lines": Message(
        "structured",
        "A block for each line along the axis: the identity, less the line's probabilities in every row. "
        "Zeros elsewhere.",
        "축을 따라 줄마다 블록이 하나씩 있습니다: 단위행렬의 모든 행에서 그 줄의 확률을 뺀 것이고, 나머지는 0입니다.",
    ),
    "lines": Message(
        "structured",
        "Each output depends on the entries of its own line only; zeros elsewhere.",
        "각 출력은 자기 줄의 항목에만 의존하며, 나머지는 0입니다.",
    ),
    "dense": Message(
        "dense",
        "Dense: the output depends on every entry.",
        "조밀 행렬: 출력이 모든 항목에 의존합니다.",
    ),
}
