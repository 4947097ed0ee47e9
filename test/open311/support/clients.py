"""Calls one method of a public Open311 client as it was published, and prints what it gave back.

Reads {"client", "address", "method", "given"} as JSON; "client" is civicbot, georeport-json or georeport-xml.
"""

import json
import sys

from civicbot.http import HttpError, HttpTransport, RateLimiter
from civicbot.open311 import Open311Client, Open311Error
from civicbot.registry import Endpoint
from georeport import GeoReport


def client_of(name, address):
    if name == "civicbot":
        endpoint = Endpoint(id="province", name="province", base_url=address, write=True)
        return Open311Client(endpoint, HttpTransport(rate_limiter=RateLimiter(0)))
    return GeoReport(address, output_format=name.removeprefix("georeport-"))


call = json.load(sys.stdin)
try:
    result = getattr(client_of(call["client"], call["address"]), call["method"])(**call["given"])
    result = result.response if hasattr(result, "response") else result
except HttpError as error:
    result = {"status": error.status, "body": error.body}
except Open311Error as error:
    result = {"refused": str(error)}
json.dump(result, sys.stdout)
