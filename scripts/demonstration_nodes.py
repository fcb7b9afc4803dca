"""The nodes of a demonstration as processes, for the tests that hurt them and the tests that browse them. Standard library only.

A demonstration's folder (make demo DATA=FOLDER) has a configuration for each node: node-01.yaml … node-24.yaml and national.yaml.
"""
import contextlib, http.client, json, os, re, shutil, signal, socket, sqlite3, subprocess, time
from pathlib import Path


def free_ports(count):
    """As many different ports of loopback as nobody listens on now."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def listening(configuration):
    """Host and port that a configuration's text listens on."""
    host, port = re.search(r"^listen: (.*):(\d+)$", configuration, re.M).groups()
    return host, int(port)


def moved(configuration, listen, metrics):
    """The configuration's text with other ports of its own."""
    configuration = re.sub(r"^listen: .*$", f"listen: 127.0.0.1:{listen}", configuration, flags=re.M)
    return re.sub(r"^metrics: .*$", f"metrics: 127.0.0.1:{metrics}", configuration, flags=re.M)


def request(address, method, path, token=None, body=None, timeout=30):
    connection = http.client.HTTPConnection(*address, timeout=timeout)
    try:
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class NotReady(Exception):
    pass


def wait_ready(address, seconds=30, process=None):
    """Until a node says that it is ready; NotReady where it does not in time, or has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process is not None and process.poll() is not None:
            break
        try:
            if request(address, "GET", "/ready", timeout=2)[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise NotReady(f"{address[0]}:{address[1]} did not become ready")


class Nodes:
    """Processes of nodes by name. Whoever makes one ends it."""

    def __init__(self, folder, samsyn, log):
        self.folder, self.samsyn, self.log = folder, samsyn, log
        self.processes = {}

    def start(self, name, config, log=None):
        log = log or self.log
        self.processes[name] = subprocess.Popen(
            [self.samsyn, "serve", "--config", str(config), "--development"], stdout=log, stderr=log, cwd=self.folder)

    def kill(self, name):
        process = self.processes[name]
        process.kill()
        process.wait()

    def end(self):
        for process in self.processes.values():
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
        for process in self.processes.values():
            process.wait()


class Country:
    """A copy of a demonstration, every node of it running on ports that were free. To be used with `with`: the nodes always end."""

    def __init__(self, folder, samsyn, place):
        self.samsyn, self.place = os.path.abspath(samsyn), Path(place)
        source = Path(folder).resolve()
        self.place.mkdir(parents=True, exist_ok=True)
        for name in ("data", "made"):
            shutil.copytree(source / name, self.place / name, symlinks=True)
        texts = {path.stem: path.read_text() for path in sorted(source.glob("node-*.yaml"))}
        texts["national"] = (source / "national.yaml").read_text()
        ports = free_ports(2 * len(texts))
        self.addresses, replaced = {}, {}
        for name, text in texts.items():
            host, port = listening(text)
            self.addresses[name] = ("127.0.0.1", ports.pop())
            replaced[f"http://{host}:{port}\""] = f"http://127.0.0.1:{self.addresses[name][1]}\""
        for name, text in texts.items():
            text = moved(text, self.addresses[name][1], ports.pop())
            for old, new in replaced.items():
                text = text.replace(old, new)
            (self.place / f"{name}.yaml").write_text(text)
        self.plan = json.loads((self.place / "made" / "plan.json").read_text())
        self.nodes = Nodes(self.place, self.samsyn, subprocess.DEVNULL)

    def report(self, region, case):
        """The identifier of a case's report: made when it was begun."""
        with contextlib.closing(sqlite3.connect(self.place / f"data/partitions/{region}/records.sqlite")) as records:
            return records.execute("SELECT identifier FROM report WHERE caseName = ?", [case]).fetchone()[0]

    def __enter__(self):
        try:
            for name in self.addresses:
                self.start(name)
            for name in self.addresses:
                self.wait(name)
        except BaseException:
            self.nodes.end()
            raise
        return self

    def __exit__(self, *_):
        self.nodes.end()

    def start(self, name):
        with open(self.log(name), "ab") as log:
            self.nodes.start(name, self.place / f"{name}.yaml", log)

    def wait(self, name):
        try:
            wait_ready(self.addresses[name], 180, self.nodes.processes[name])
        except NotReady as error:
            raise NotReady(f"{name}: {error}\n{self.log(name).read_text()[-4000:]}") from None

    def log(self, name):
        return self.place / f"{name}.log"

    def paces(self):
        """What each node's own log says of its answers: (method, route's template) to milliseconds, where it went well."""
        found = {}
        for name in self.addresses:
            for line in self.log(name).read_text(errors="replace").splitlines():
                if '"request"' not in line or not line.startswith("{"):
                    continue
                entry = json.loads(line)
                if entry.get("status") in (200, "200") and "ms" in entry:
                    found.setdefault((entry["method"], entry["route"]), []).append(float(entry["ms"]))
        return found

    def url(self, name):
        return "http://%s:%d" % self.addresses[name]

    def ask(self, *arguments, text=None):
        """One command of the program: its exit code, and what it says."""
        done = subprocess.run([self.samsyn, *arguments], input=text, capture_output=True, text=True, cwd=self.place)
        return done.returncode, done.stdout + ("" if done.returncode == 0 else done.stderr)

    def run(self, *arguments, text=None):
        """One command of the program that has to work; what it answers."""
        code, answer = self.ask(*arguments, text=text)
        if code != 0:
            raise RuntimeError(f"samsyn {' '.join(arguments)}: {code}\n{answer}")
        return answer

    def role(self, name):
        return next(role for role in self.plan["roles"] if role["name"] == name)

    def pseudonym(self, name):
        """How the person of that role in the plan is known in their region."""
        role = self.role(name)
        return self.run("person", "pseudonym", "--data", "data", "--region", role["region"], text=role["identityNumber"]).strip()

    def pseudonym_of_case(self, region, number):
        """How the first person of a region's submission of that number is known there."""
        folder = sorted((self.place / "made" / "submissions" / region).iterdir())[number]
        identity = json.loads((folder / "manifest.json").read_text())["people"][0]["identityNumber"]
        return self.run("person", "pseudonym", "--data", "data", "--region", region, text=identity).strip()

    def token(self, node, persona, purpose):
        return self.run("token", "--config", f"{node}.yaml", "--persona", persona, "--purpose", purpose).strip()

    def count(self, node, persona, purpose, question, **terms):
        """One question over the platform's own API, as JSON."""
        status, body = request(
            self.addresses[node], "POST", "/api/v1/cohorts/count", self.token(node, persona, purpose),
            json.dumps({"question": question, **terms}))
        if status != 200:
            raise RuntimeError(f"{status}: {body[:500]!r}")
        return json.loads(body)
