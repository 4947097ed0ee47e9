"""What schemathesis cannot know by itself."""

import schemathesis


@schemathesis.serializer("message/rfc822")
def written(context, value):
    """A message as it stands, whatever it is."""
    if isinstance(value, bytes):
        return value
    return str(value).encode(errors="replace")


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Nobody of those who ask stands in for a head: what asks in the name of one would be refused, whatever else it says."""
    for operations in raw_schema["paths"].values():
        for operation in operations.values():
            operation["parameters"] = [
                parameter for parameter in operation.get("parameters", []) if parameter.get("name") != "X-Acting-For"
            ]
