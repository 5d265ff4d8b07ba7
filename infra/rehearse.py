#!/usr/bin/env python3
"""Deploys template.yaml into a simulation of AWS on this machine and calls the built functions with what the stack gives them.

Needs Python with `moto[server]` and `aws-sam-translator`, a JDK, and target/function.zip for a Java runtime (./mvnw package
-DskipTests). Moto knows no EventBridge Scheduler, HTTP API or secret in a stack: the secret is put by hand, the others are
read by cfn-lint and the tests only. Nothing leaves the loopback address. Exit code 0: everything was as it should be.
"""

import base64
import http.server
import json
import logging
import os
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import warnings
import zipfile

try:
    import boto3
    from moto.server import ThreadedMotoServer
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
except ImportError as missing:
    sys.exit(f"{missing}. Install it with: pip install 'moto[server]' aws-sam-translator")

ROOT = pathlib.Path(__file__).resolve().parent.parent
ZIP = ROOT / "target" / "function.zip"
STACK = "rehearsal"
SECRETS = {
    "sync.customerp.token": "rehearsal-token",
    "sync.poweroffice.application-key": "rehearsal-application",
    "sync.poweroffice.client-key": "rehearsal-client",
    "sync.poweroffice.subscription-key": "rehearsal-subscription",
    "sync.webhook.secrets": "whsec_" + base64.b64encode(b"rehearsal-secret-of-32-bytes-or-so").decode(),
    "sync.fingerprint.key": base64.b64encode(b"rehearsal fingerprint key, 32 bytes and more").decode(),
}


class NoManagedPolicies:
    """The template names none, so AWS need not be asked for them."""

    def load(self):
        return {}


class Function:
    """A function of the JVM package between an emulated Lambda runtime and the simulation of AWS."""

    def __init__(self, directory, environment):
        self.events, self.answers = queue.Queue(), queue.Queue()
        events, answers = self.events, self.answers

        class RuntimeApi(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = events.get()
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", "1")
                self.end(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                answers.put((self.path.rsplit("/", 1)[1], json.loads(body)))
                self.send_response(202)
                self.end(b"")

            def end(self, body):
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.api = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RuntimeApi)
        self.api.daemon_threads = True
        threading.Thread(target=self.api.serve_forever, daemon=True).start()
        class_path = os.pathsep.join(map(str, [directory, directory / "lib" / "*", ROOT / "target" / "test-classes"]))
        self.process = subprocess.Popen(
            ["java", "-cp", class_path, "com.customerp.sync.local.lambda.JvmRuntime"],
            env={**environment, "PATH": os.environ["PATH"], "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % self.api.server_port},
            stdout=subprocess.DEVNULL,
        )

    def call(self, event):
        self.events.put(json.dumps(event).encode())
        kind, answer = self.answers.get(timeout=60)
        if kind != "response":
            sys.exit(f"the function failed: {answer}")
        return answer

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.api.shutdown()


def translated():
    template = yaml_parse((ROOT / "template.yaml").read_text())
    template["Globals"]["Function"]["CodeUri"] = {"Bucket": "code", "Key": "function.zip"}
    return transform(template, {}, NoManagedPolicies())


def deploy(client):
    s3, stacks = client("s3"), client("cloudformation")
    s3.create_bucket(Bucket="code", CreateBucketConfiguration={"LocationConstraint": os.environ["AWS_DEFAULT_REGION"]})
    s3.upload_file(str(ZIP), "code", "function.zip")
    stacks.create_stack(
        StackName=STACK,
        TemplateBody=json.dumps(translated()),
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": "CustomerpUrl", "ParameterValue": "https://customerp.example/api"}],
    )
    status = stacks.describe_stacks(StackName=STACK)["Stacks"][0]["StackStatus"]
    expect("the stack", status, "CREATE_COMPLETE")
    expect("functions", len(client("lambda").list_functions()["Functions"]), 13)


def expect(what, actual, expected):
    print(f"{what}: {actual}")
    if actual != expected:
        sys.exit(f"{what}: expected {expected}")


def rehearse(client, url, directory):
    deploy(client)
    secret = client("secretsmanager").create_secret(Name="rehearsal", SecretString=json.dumps(SECRETS))["ARN"]

    def start(name):
        configured = client("lambda").get_function_configuration(FunctionName=f"{STACK}-{name}")["Environment"]["Variables"]
        environment = {key: str(value) for key, value in configured.items()}
        access = {key: value for key, value in os.environ.items() if key.startswith("AWS_")}
        return Function(directory, {**access, **environment, "SYNC_SECRET_ID": secret, "AWS_ENDPOINT_URL": url})

    ops = start("ops")
    try:
        status = ops.call({"action": "status"})
        expect("pairs that ops counts in the stack's table", len(status["entities"]), 6)
        expect("the answer to an action", sorted(ops.call({"action": "exclude", "entity": "customer", "id": "C-1"})), ["entity", "id", "result"])
        status = ops.call({"action": "status"})
        expect("records once one is excluded", status["entities"]["customer"]["states"], {"excluded": 1})
    finally:
        ops.stop()
    webhook = start("customer-webhook")
    try:
        request = {"rawPath": "/webhooks/customers", "headers": {}, "body": "{}", "requestContext": {"http": {"method": "POST"}}}
        expect("a webhook that nobody signed", webhook.call(request)["statusCode"], 401)
    finally:
        webhook.stop()


def main():
    # Moto names each resource that it does not know, and logs each call.
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    os.environ.update(AWS_ACCESS_KEY_ID="local", AWS_SECRET_ACCESS_KEY="local", AWS_DEFAULT_REGION="eu-north-1", AWS_REGION="eu-north-1")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    url = "http://%s:%d" % server.get_host_and_port()
    try:
        with tempfile.TemporaryDirectory() as directory:
            zipfile.ZipFile(ZIP).extractall(directory)
            rehearse(lambda service: boto3.client(service, endpoint_url=url), url, pathlib.Path(directory))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
