"""Talks to the kernel over real sockets, as Jupyter's own front ends do, and writes down what was said.

Usage: conversation.py COMM_CONNECTION_FILE   (JUPYTER_PATH names a folder with the kernelspec .net-csharp)

Each conversation becomes one line of JSON on standard output: {"name": ..., "says": ...}. The tests read the lines and judge.
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import zmq
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.session import Session

import messages

TIMEOUT = 120
CONVERSATIONS = []


def conversation(function):
    CONVERSATIONS.append(function)
    return function


class Talk:
    """A kernel, and a client that records."""

    def __init__(self, manager=None):
        self.manager = manager or KernelManager(kernel_name=".net-csharp")
        if manager is None:
            self.manager.start_kernel(cwd=tempfile.mkdtemp())
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.violations = []

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def shell_reply(self, msg_id, channel="shell"):
        while True:
            reply = getattr(self.client, f"get_{channel}_msg")(timeout=TIMEOUT)
            self.violations += messages.violations(reply)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply

    def until_idle(self, msg_id):
        """All of iopub that belongs to the request, from its busy to its idle."""
        return self.until(msg_id, lambda m: m["type"] == "status" and m["content"]["execution_state"] == "idle")

    def until(self, msg_id, last):
        """What of iopub belongs to the request, up to the message that last(message) accepts."""
        seen = []
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            self.violations += messages.violations(message)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            seen.append({"type": message["msg_type"], "content": message["content"]})
            if last(seen[-1]):
                return seen

    def run(self, code, **options):
        msg_id = self.client.execute(code, **options)
        return self.collect(msg_id)

    def collect(self, msg_id):
        reply = self.shell_reply(msg_id)
        return {"reply": reply["content"], "iopub": self.until_idle(msg_id)}

    def ask(self, msg_type, content, channel="shell"):
        message = self.client.session.msg(msg_type, content)
        getattr(self.client, f"{channel}_channel").send(message)
        msg_id = message["header"]["msg_id"]
        reply = self.shell_reply(msg_id, channel)
        return {"type": reply["msg_type"], "reply": reply["content"], "iopub": self.until_idle(msg_id)}


class Gate:
    """Holds a cell until the driver lets it go on: what is seen before then was said while the cell ran."""

    def __init__(self):
        self.path = os.path.join(tempfile.mkdtemp(), "open")
        os.mkfifo(self.path)
        self.code = f"System.IO.File.ReadAllText({json.dumps(self.path)});"

    def open(self):
        with open(self.path, "w"):
            pass


def printed(text):
    return lambda message: message["type"] == "stream" and text in message["content"]["text"]


def texts(said, name="stdout"):
    return [m["content"]["text"] for m in said["iopub"] if m["type"] == "stream" and m["content"]["name"] == name]


@conversation
def starts(talk):
    first = []
    msg_id = talk.client.kernel_info()
    talk.shell_reply(msg_id)
    while not first or first[-1] != [msg_id, "idle"]:
        message = talk.client.get_iopub_msg(timeout=TIMEOUT)
        talk.violations += messages.violations(message)
        if message["msg_type"] == "status":
            first.append([message["parent_header"].get("msg_id"), message["content"]["execution_state"]])
        else:
            first.append([None, message["msg_type"]])
    return {"states": [state for _, state in first], "starting_has_parent": any(p for p, s in first if s == "starting")}


@conversation
def kernel_info(talk):
    return {"shell": talk.ask("kernel_info_request", {}), "control": talk.ask("kernel_info_request", {}, "control")}


@conversation
def execute(talk):
    return {
        "result": talk.run("1+1"),
        "printed": talk.run('Console.WriteLine("out"); Console.Error.WriteLine("err"); Console.WriteLine("again");'),
        "nothing": talk.run("int kept = 7;"),
        "compile_error": talk.run("int broken = nowhere;"),
        "exception": talk.run('Console.WriteLine("before"); throw new InvalidOperationException("not today");'),
        "after": talk.run("kept"),
        "null": talk.run("(string)null"),
        "unicode": talk.run('"naïve 😀 ∂L/∂W"'),
    }


@conversation
def silent(talk):
    before = talk.run("1")["reply"]["execution_count"]
    return {
        "before": before,
        "silent": talk.run('Console.WriteLine("unseen"); 5.Display(); int quiet = 3; 7', silent=True, store_history=True),
        "silent_error": talk.run('throw new Exception("unseen");', silent=True),
        "unstored": talk.run("2", store_history=False),
        "after": talk.run("quiet"),
        "thrown": talk.run('throw new Exception("seen");'),
    }


@conversation
def stop_on_error(talk):
    def three(stop):
        ids = [talk.client.execute(code, stop_on_error=stop) for code in
               ['System.Threading.Thread.Sleep(300); throw new Exception("first");', '"second"', '"third"']]
        info = talk.client.session.msg("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True})
        talk.client.shell_channel.send(info)
        said = [talk.collect(i) for i in ids]
        return said, talk.collect(info["header"]["msg_id"])

    stopped, between = three(True)
    went_on, _ = three(False)
    return {"stopped": stopped, "other_request": between, "later": talk.run('"later"'), "went_on": went_on}


@conversation
def user_expressions(talk):
    return talk.run("var five = 5;", user_expressions={"good": "five * 2", "bad": "nowhere", "thrown": 'int.Parse("x")'})


@conversation
def display(talk):
    return {
        "update": talk.run('var shown = display("first"); shown.Update("second");'),
        "json": talk.run('"{\\"data\\": [1, 2]}".DisplayAs("application/vnd.plotly.v1+json")'),
        "html": talk.run('"<b>bold</b>".DisplayAs("text/html")'),
        "clear": talk.run("RnnNotebooks.Engine.CellOutputs.Clear(wait: true);"),
        "order": talk.run('Console.Write("a"); display("b"); Console.Write("c"); "d"'),
    }


@conversation
def complete_and_inspect(talk):
    def complete(code, at=None):
        return talk.ask("complete_request", {"code": code, "cursor_pos": len(code) if at is None else at})["reply"]

    def inspect(code, at):
        return talk.ask("inspect_request", {"code": code, "cursor_pos": at, "detail_level": 0})["reply"]

    talk.run("int answerToAll = 42;")
    after_emoji = 'var s = "😀😀"; Console.WriteLi'
    in_call = 'var s = "😀"; Console.WriteLine('
    return {
        "member": complete("Console.WriteLi"),
        "variable": complete("answerTo"),
        "emoji": complete(after_emoji),
        "emoji_length": len(after_emoji),
        "middle": complete("Console.WriteLi(1);", 15),
        "inspect": inspect("Console.WriteLine(1)", 12),
        "inspect_call": inspect(in_call, len(in_call)),
        "inspect_variable": inspect("answerToAll", 3),
        "inspect_nothing": inspect("   ", 1),
    }


@conversation
def is_complete(talk):
    cells = {
        "1 + 1": None, "var x = 1;": None, "foreach (var i in new[] { 1 })\n{": None, "Console.WriteLine(": None, "1 +": None,
        "if (true) { }": None, "int = 3;": None, ")": None, '"abc': None, "#!markdown\n# Hello": None, "#!time\n1 + 1": None,
        "/* open": None, 'var s = """\nabc': None, "class A\n{\n    void M()\n    {": None, "": None,
    }
    return {code: talk.ask("is_complete_request", {"code": code})["reply"] for code in cells}


@conversation
def history(talk):
    for code in ["var h1 = 1;", "h1 + 1", "var h1 = 1;", "// [x] note", "h1 + 10"]:
        talk.run(code)
    talk.run("h1 + 99", store_history=False)

    def ask(**content):
        return talk.ask("history_request", {"output": False, "raw": True, **content})["reply"]

    return {
        "tail": ask(hist_access_type="tail", n=2),
        "tail_output": ask(hist_access_type="tail", n=1, output=True),
        "range": ask(hist_access_type="range", session=0, start=1, stop=3),
        "earlier_session": ask(hist_access_type="range", session=-1, start=1, stop=3),
        "search": ask(hist_access_type="search", pattern="h1 + *"),
        "search_unique": ask(hist_access_type="search", pattern="var h?*", unique=True),
        "search_n": ask(hist_access_type="search", pattern="*h1*", n=1),
        "search_class": ask(hist_access_type="search", pattern="*[+]*1"),
        "unknown": ask(hist_access_type="dream"),
    }


@conversation
def stdin(talk):
    msg_id = talk.client.execute('Console.Write("please: "); var name = await GetInputAsync("name?"); name + "!"', allow_stdin=True)
    request = talk.client.get_stdin_msg(timeout=TIMEOUT)
    talk.violations += messages.violations(request)
    talk.client.input("Ada")
    asked = talk.collect(msg_id)
    msg_id = talk.client.execute("var line = Console.ReadLine(); line", allow_stdin=True)
    talk.client.get_stdin_msg(timeout=TIMEOUT)
    talk.client.input("typed")
    read = talk.collect(msg_id)
    msg_id = talk.client.execute('await GetPasswordAsync("secret?")', allow_stdin=True)
    password = talk.client.get_stdin_msg(timeout=TIMEOUT)
    talk.client.input("sesame")
    talk.collect(msg_id)
    refused = talk.run('await GetInputAsync("name?")', allow_stdin=False)
    msg_id = talk.client.execute('await GetInputAsync("name?")', allow_stdin=True)
    talk.client.get_stdin_msg(timeout=TIMEOUT)
    talk.ask("interrupt_request", {}, "control")
    interrupted = talk.collect(msg_id)
    msg_id = talk.client.execute("Console.ReadLine()", allow_stdin=True)
    talk.client.get_stdin_msg(timeout=TIMEOUT)
    talk.ask("interrupt_request", {}, "control")
    return {"request": request["content"], "parent": request["parent_header"]["msg_type"], "asked": asked, "read": read,
            "password": password["content"], "refused": refused,
            "interrupted": interrupted, "console": talk.collect(msg_id), "after": talk.run("1")}


@conversation
def interrupt(talk):
    def stop(code, text):
        msg_id = talk.client.execute(code)
        seen = talk.until(msg_id, printed(text))
        control = talk.client.session.msg("interrupt_request", {})
        talk.client.control_channel.send(control)
        answer = talk.shell_reply(control["header"]["msg_id"], "control")["content"]
        reply = talk.shell_reply(msg_id)["content"]
        return {"answer": answer, "reply": reply, "iopub": seen + talk.until_idle(msg_id)}

    talk.run("int survivor = 11;")
    return {
        "idle": talk.ask("interrupt_request", {}, "control"),
        "loop": stop('Console.WriteLine("looping"); while (true) { }', "looping"),
        "awaiting": stop('Console.WriteLine("waiting"); await Task.Delay(-1);', "waiting"),
        "after_await": stop('Console.WriteLine("both"); await Task.Delay(1); while (true) { }', "both"),
        "caught": stop('Console.WriteLine("caught"); while (true) { try { while (true) { } } catch { } }', "caught"),
        "while_busy": while_busy(talk),
        "survivor": talk.run("survivor"),
    }


def while_busy(talk):
    """The control channel is answered while a cell runs that ends only afterwards."""
    gate = Gate()
    msg_id = talk.client.execute(f"{gate.code} 1")
    info = talk.client.session.msg("kernel_info_request", {})
    talk.client.control_channel.send(info)
    answer = talk.shell_reply(info["header"]["msg_id"], "control")["content"]
    gate.open()
    return {"answer": answer, "cell": talk.collect(msg_id)}


@conversation
def floods(talk):
    printed = talk.run("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);")
    lines = "".join(texts(printed))
    huge = talk.run("Console.Write(new string('x', 50_000_000));")
    huge_result = talk.run("new string('y', 50_000_000)")
    ids = [talk.client.execute(f"var q = {i}; q") for i in range(1000)]
    results = []
    for msg_id in ids:
        said = talk.collect(msg_id)
        results += [m["content"]["data"]["text/plain"] for m in said["iopub"] if m["type"] == "execute_result"]
    return {
        "prints_intact": lines == "".join(f"{i}\n" for i in range(10_000)),
        "print_messages": len(texts(printed)),
        "huge": sum(len(t) for t in texts(huge)),
        "huge_result": [len(m["content"]["data"]["text/plain"]) for m in huge_result["iopub"] if m["type"] == "execute_result"],
        "queued_in_order": results == [str(i) for i in range(1000)],
    }


@conversation
def live_stream(talk):
    """Printed text arrives while the cell still runs: the cell ends only after it has been seen."""
    gate = Gate()
    msg_id = talk.client.execute(f'Console.WriteLine("early"); {gate.code} Console.WriteLine("late");')
    seen = talk.until(msg_id, printed("early"))
    gate.open()
    reply = talk.shell_reply(msg_id)["content"]
    return {"reply": reply, "iopub": seen + talk.until_idle(msg_id)}


@conversation
def heartbeat(talk):
    socket = zmq.Context.instance().socket(zmq.REQ)
    socket.linger = 0
    socket.connect(f"tcp://{talk.manager.ip}:{talk.manager.hb_port}")
    echoed = []
    for beat in [b"ping", b"", b"\x00\xff" * 100]:
        socket.send(beat)
        echoed.append(socket.poll(5000) != 0 and socket.recv() == beat)
    socket.close()
    return echoed


@conversation
def intruders(talk):
    """Messages that must not be acted on: the first answer is to the good message sent behind each."""
    key = talk.client.session.key
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{talk.manager.ip}:{talk.manager.shell_port}")

    good = Session(key=key)

    def next_answer():
        assert socket.poll(TIMEOUT * 1000), "the kernel answers no more"
        return good.deserialize(good.feed_identities(socket.recv_multipart())[1])

    def answered():
        info = good.msg("kernel_info_request", {})
        socket.send_multipart(good.serialize(info))
        return next_answer()["parent_header"]["msg_id"] != info["header"]["msg_id"]

    content = {"code": "1", "silent": True, "store_history": False, "user_expressions": {}, "allow_stdin": False}
    frames = good.serialize(good.msg("execute_request", content))
    said = {}
    socket.send_multipart(frames)
    said["good"] = next_answer()["msg_type"] == "execute_reply"
    socket.send_multipart(frames)
    said["replayed"] = answered()
    wrong = Session(key=b"another key")
    socket.send_multipart(wrong.serialize(wrong.msg("execute_request", content)))
    said["wrong_key"] = answered()
    changed = good.serialize(good.msg("execute_request", content))
    changed[-1] = changed[-1].replace(b'"1"', b'"2"')
    socket.send_multipart(changed)
    said["changed"] = answered()
    unsigned = good.serialize(good.msg("execute_request", content))
    unsigned[1] = b""
    socket.send_multipart(unsigned)
    said["unsigned"] = answered()

    def signed(parts):
        return [b"<IDS|MSG>", good.sign(parts), *parts]

    for name, malformed in {
        "no_delimiter": [b"hello"],
        "nothing_after": [b"<IDS|MSG>"],
        "too_few": [b"<IDS|MSG>", b"", b"{}", b"{}"],
        "not_json": signed([b"{", b"{}", b"{}", b"{}"]),
        "not_object": signed([b"[]", b"{}", b"{}", b"3"]),
        "not_utf8": signed([b"\xff\xfe", b"{}", b"{}", b"{}"]),
        "no_type": signed([b'{"msg_id": "x"}', b"{}", b"{}", b"{}"]),
        "deep": signed([b"[" * 20000, b"{}", b"{}", b"{}"]),
    }.items():
        socket.send_multipart(malformed)
        said[name] = answered()
    socket.close()
    bad_content = talk.ask("execute_request", {"silent": False})
    bad_flag = talk.ask("execute_request", {"code": "1", "allow_stdin": "yes"})
    interrupted = talk.ask("interrupt_request", {}, "control")
    unknown = talk.ask("dream_request", {})
    return {"answered": said, "bad_content": bad_content, "bad_flag": bad_flag, "interrupted": interrupted, "unknown": unknown, "alive": talk.run("6*7")}


@conversation
def two_clients(talk):
    other = talk.manager.blocking_client()
    other.session = Session(key=talk.client.session.key)
    other.start_channels()
    other.wait_for_ready(timeout=TIMEOUT)
    gate = Gate()
    first = talk.client.execute(f'{gate.code} Console.WriteLine("of the first"); 1')
    # Which of two sockets is read first is nobody's promise: the other asks once this one's cell has begun.
    talk.until(first, lambda message: message["type"] == "execute_input")
    second = other.execute('Console.WriteLine("of the second"); 2')
    gate.open()
    mine = talk.collect(first)
    theirs = Talk.__new__(Talk)
    theirs.client, theirs.violations = other, []
    both = theirs.collect(second)
    # Each client sees the other's outputs on iopub, with the other's parent.
    seen = [m for m in talk.until_idle(second) if m["type"] == "stream"]
    # Had the other's reply come here, it would come before the reply to this.
    info = talk.client.kernel_info()
    next_reply = talk.client.get_shell_msg(timeout=TIMEOUT)["parent_header"]["msg_id"]
    other.stop_channels()
    return {"first": mine, "second": both, "seen_by_first": seen, "no_stray_reply": next_reply == info}


@conversation
def late_subscriber(_):
    """Shell requests first, the subscription afterwards: nothing is missed. A second subscriber comes when nothing is kept any more."""
    manager = KernelManager(kernel_name=".net-csharp")
    manager.start_kernel()
    session = Session(key=manager.session.key)
    shell = zmq.Context.instance().socket(zmq.DEALER)
    shell.linger = 0
    shell.connect(f"tcp://{manager.ip}:{manager.shell_port}")
    session.send(shell, "execute_request", {"code": '"early bird"', "silent": False, "store_history": True})
    shell.poll(TIMEOUT * 1000)
    shell.recv_multipart()

    def subscribed(client):
        iopub = zmq.Context.instance().socket(zmq.SUB)
        iopub.linger = 0
        iopub.setsockopt(zmq.SUBSCRIBE, b"")
        iopub.connect(f"tcp://{manager.ip}:{manager.iopub_port}")
        seen = []
        while iopub.poll(TIMEOUT * 1000):
            message = client.deserialize(client.feed_identities(iopub.recv_multipart())[1])
            seen.append(message["content"].get("execution_state", message["msg_type"]))
            if seen[-1] == "idle":
                return seen, iopub

    first, listening = subscribed(session)
    second, also = subscribed(Session(key=manager.session.key))
    for socket in (shell, listening, also):
        socket.close()
    manager.shutdown_kernel(now=True)
    return {"first": first, "second": second}


@conversation
def restart_and_shutdown(_):
    talk = Talk()
    talk.client.wait_for_ready(timeout=TIMEOUT)
    talk.run("var gone = 1;")
    process = talk.manager.provisioner.process
    message = talk.client.session.msg("shutdown_request", {"restart": True})
    talk.client.control_channel.send(message)
    reply = talk.shell_reply(message["header"]["msg_id"], "control")["content"]
    status = process.wait(TIMEOUT)
    talk.end()
    talk = Talk()
    talk.client.wait_for_ready(timeout=TIMEOUT)
    talk.run("var gone = 1;")
    # While a cell is stuck, as a student would restart.
    stuck = talk.client.execute('Console.WriteLine("stuck"); while (true) { }')
    talk.until(stuck, printed("stuck"))
    talk.manager.restart_kernel()
    talk.client.wait_for_ready(timeout=TIMEOUT)
    fresh = talk.run("gone")
    sigint = interrupt_by_signal(talk)
    talk.end()
    return {"reply": reply, "status": status, "fresh": fresh, "sigint": sigint}


def interrupt_by_signal(talk):
    msg_id = talk.client.execute('Console.WriteLine("on"); while (true) { }')
    talk.until(msg_id, printed("on"))
    os.kill(talk.manager.provisioner.pid, signal.SIGINT)
    return talk.shell_reply(msg_id)["content"]["status"]


@conversation
def orphan(_):
    """The kernel ends when the program that started it is killed."""
    program = (
        "import sys, time; from jupyter_client import KernelManager; m = KernelManager(kernel_name='.net-csharp');"
        "m.start_kernel(); c = m.blocking_client(); c.start_channels(); c.wait_for_ready(timeout=60);"
        "print(m.provisioner.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    kernel = int(parent.stdout.readline())
    watched = os.pidfd_open(kernel)
    parent.kill()
    parent.wait()
    return {"ended": bool(select.select([watched], [], [], TIMEOUT)[0])}


@conversation
def comms(_):
    """With the kernel inside the test process, which has a comm target "echo"."""
    client = BlockingKernelClient()
    client.load_connection_file(sys.argv[1])
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    talk = Talk.__new__(Talk)
    talk.client, talk.violations = client, []

    def send(msg_type, content):
        message = client.session.msg(msg_type, content)
        client.shell_channel.send(message)
        return [m for m in talk.until_idle(message["header"]["msg_id"]) if m["type"] != "status"]

    said = {
        "unknown": send("comm_open", {"comm_id": "u", "target_name": "nobody", "data": {}}),
        "open": send("comm_open", {"comm_id": "c1", "target_name": "echo", "data": {"hello": 1}}),
        "message": send("comm_msg", {"comm_id": "c1", "data": {"x": [1, "😀"]}}),
        "info": talk.ask("comm_info_request", {"target_name": "echo"})["reply"],
        "info_all": talk.ask("comm_info_request", {})["reply"],
        "info_other": talk.ask("comm_info_request", {"target_name": "other"})["reply"],
        "to_nobody": send("comm_msg", {"comm_id": "nope", "data": {}}),
        "close": send("comm_close", {"comm_id": "c1", "data": {}}),
        "info_closed": talk.ask("comm_info_request", {})["reply"],
    }
    client.stop_channels()
    said["violations"] = talk.violations
    return said


@conversation
def runners(_):
    """nbconvert and nbclient, as nbgrader and documentation builds use them."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    def notebook(*cells):
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
        book.metadata["kernelspec"] = {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}
        return book

    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "small.ipynb")
    nbformat.write(notebook("var x = 20;", 'Console.WriteLine("hello"); x + 1', "display(x)"), path)
    command = ["/usr/bin/python3", "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", path]
    converted = subprocess.run(command, capture_output=True, text=True, timeout=5 * TIMEOUT)
    executed = nbformat.read(path, 4)
    nbformat.validate(executed)
    failing = notebook('throw new ArgumentException("bad");', "1")
    try:
        NotebookClient(failing, timeout=5 * TIMEOUT, startup_timeout=5 * TIMEOUT).execute()
        error = None
    except CellExecutionError as thrown:
        error = [thrown.ename, thrown.evalue]
    endless = notebook("while (true) { }", '"next"')
    NotebookClient(endless, timeout=5, startup_timeout=5 * TIMEOUT, interrupt_on_timeout=True, allow_errors=True).execute()
    return {"nbconvert": converted.returncode, "log": converted.stderr, "language": executed.metadata.get("language_info", {}),
            "outputs": [cell.outputs for cell in executed.cells], "error": error,
            "endless": [cell.outputs for cell in endless.cells]}


def main():
    wanted = sys.argv[2:]
    # A program that a script starts in the background ignores interrupts, and so would the kernels it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    talk = Talk()
    for converse in CONVERSATIONS:
        if wanted and converse.__name__ not in wanted:
            continue
        began = time.monotonic()
        try:
            said = converse(talk)
        except Exception:  # the line says so, and the tests of this conversation fail
            said = {"failed": traceback.format_exc()}
            talk.end()
            talk = Talk()
        print(json.dumps({"name": converse.__name__, "says": said, "seconds": round(time.monotonic() - began, 2)}), flush=True)
    print(json.dumps({"name": "violations", "says": talk.violations}), flush=True)
    talk.end()


main()
