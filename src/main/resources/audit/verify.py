#!/usr/bin/env python3
"""Verifies an evidence pack: python3 verify.py evidence.zip [verifier key that you kept]

Needs Python 3.8 and nothing else. Exit code 0 if all of it is good, 1 if something is not. It is slower than
slipway-verify.jar and looks at packs only, but anybody can read it in a quarter of an hour.
"""
import base64, hashlib, json, re, sys, zipfile

P = 2**255 - 19  # Ed25519, RFC 8032
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover(y, odd):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    require((x * x - x2) % P == 0 and not (x == 0 and odd), "no point of the curve")
    return P - x if x & 1 != odd else x


def point(data):
    y = int.from_bytes(data, "little")
    odd, y = y >> 255, y & (2**255 - 1)
    require(y < P, "no point of the curve")
    x = recover(y, odd)
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    sum = (0, 1, 1, 0)
    while n:
        if n & 1:
            sum = add(sum, p)
        p, n = add(p, p), n >> 1
    return sum


BASE_Y = 4 * pow(5, P - 2, P) % P


def verifies(key, text, signature):
    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= L:
        return False
    x = recover(BASE_Y, 0)
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    left = times(int.from_bytes(signature[32:], "little"), (x, BASE_Y, 1, x * BASE_Y % P))
    right = add(point(signature[:32]), times(h, point(key)))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def require(good, otherwise):
    if not good:
        sys.exit(print("BAD         " + otherwise) or 1)


def included(leaf, index, size, path, root):  # RFC 9162, section 2.1.3.2
    last, hash = size - 1, sha(b"\0", leaf)
    for next in path:
        if last == 0:
            return False
        right = index & 1 or index == last
        hash = sha(b"\1", next, hash) if right else sha(b"\1", hash, next)
        while right and index and not index & 1:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    return last == 0 and hash == root


def main(file, kept=None):
    pack = zipfile.ZipFile(file)
    names = pack.namelist()
    read = lambda name: pack.read(name) if name in names else require(False, name + " is missing")
    keys = read("key.txt").decode().split()
    text = (kept or keys[0]).strip()
    name, id, data = text.split("+", 2)
    typed = base64.b64decode(data)
    require(len(typed) == 33 and sha(name.encode() + b"\n", typed)[:4].hex() == id, "this is no verifier key: " + text)
    key = typed[1:]
    print("key        ", text, "(yours)" if kept else "(from the pack: compare it with one that you got another way)")
    require(text in keys, "the manifest is not signed by this key")
    place = keys.index(text) + 1
    manifest = read("manifest.txt")
    require(verifies(key, manifest, read("manifest.sig" if place == 1 else "manifest-%d.sig" % place)),
            "the signature of the manifest is wrong")
    print("signature   of the manifest is good")

    head, signatures = read("checkpoint.txt").decode().rsplit("\n\n", 1)
    good = False
    for line in signatures.strip().split("\n"):
        who, signature = line.split(" ")[1:3]
        if who == name and base64.b64decode(signature)[:4].hex() == id:
            good = verifies(key, head.encode() + b"\n", base64.b64decode(signature)[4:])
    require(good, "the checkpoint is not signed by this key")
    size, root = int(head.split("\n")[1]), base64.b64decode(head.split("\n")[2])
    print("signature   of the checkpoint is good: %d rows" % size)

    files = dict(reversed(line.split("  ", 1)) for line in manifest.decode().split("\n") if re.match("[0-9a-f]{64}  ", line))
    for file, digest in files.items():
        require(hashlib.sha256(read(file)).hexdigest() == digest, file + " is not the file of the manifest")
    for file in names:
        require(file in files or re.fullmatch(r"manifest(-\d)?\.(txt|sig)", file), file + " is not in the manifest")
    print("files       %d are those of the manifest" % len(files))

    rows = [json.loads(line) for line in read("rows.jsonl").decode().split("\n") if line]
    for row in rows:
        if row["salt"]:
            sealed = sha(base64.b64decode(row["salt"]), row["row"].encode()).hex()
            require(json.loads(row["leaf"])["payload"] == sealed, "row %d is not what was sealed" % (row["index"] + 1))
        require(included(row["leaf"].encode(), row["index"], size, [base64.b64decode(h) for h in row["proof"]], root),
                "row %d is not in the log of %d rows" % (row["index"] + 1, size))
    print("rows        %d are what was sealed, in the log of %d rows" % (len(rows), size))
    print("All of it is good.")


if __name__ == "__main__":
    main(*sys.argv[1:3]) if len(sys.argv) in (2, 3) else sys.exit(__doc__)
