"""Requests drawn from the OpenAPI document, good ones and bad ones: every answer is one that the document describes."""

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.main import create_app
from app.settings import Settings

document = schemathesis.openapi.from_dict(create_app(Settings()).openapi())


@document.parametrize()
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case, client):
    response = sent(case, client)
    # a grammar is no schema: most strings are no program
    case.validate_response(response, excluded_checks=[positive_data_acceptance])


def sent(case, client):
    """The answer to ``case``, whose arguments are made for requests and not for httpx."""
    request = case.as_transport_kwargs(base_url="http://test")
    names = {"headers": "headers", "params": "params", "json": "json", "data": "content"}
    options = {names[name]: value for name, value in request.items() if name in names and value is not None}
    return client.request(request["method"], request["url"], **options)
