"""usage: server.py DIR PORTFILE LOG

Serves the files of DIR on a free port, which PORTFILE then holds, with ETags;
LOG gets a line with path and status of each answer.
"""
import hashlib
import http.server
import os
import sys

root, port_file, log = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            with open(root + self.path, "rb") as file:
                body = file.read()
        except OSError:
            return self.answer(404)
        tag = '"%s"' % hashlib.sha1(body).hexdigest()
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304, tag)
        return self.answer(200, tag, body)

    def answer(self, status, tag=None, body=b""):
        with open(log, "a") as file:
            print(self.path, status, file=file)
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, address):
        """A client that was killed in the middle of an answer is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, address)


server = Server(("127.0.0.1", 0), Handler)
with open(port_file + ".new", "w") as file:
    print(server.server_address[1], file=file)
os.rename(port_file + ".new", port_file)
server.serve_forever()
