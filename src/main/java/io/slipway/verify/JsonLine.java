package io.slipway.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One object of JSON on a line, as the portal writes them: of which only fields of the
 * first level are asked that come before any nested one of the same name.
 */
record JsonLine(String text) {

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{43}=");

    long number(String name) {
        return Long.parseLong(find("\"" + name + "\":(\\d{1,18})", name));
    }

    List<byte[]> hashes(String name) {
        List<byte[]> hashes = new ArrayList<>();
        Matcher each = HASH.matcher(find("\"" + name + "\":\\[([^\\]]*)\\]", name));
        while (each.find()) {
            hashes.add(Base64.getDecoder().decode(each.group()));
        }
        return hashes;
    }

    String string(String name) {
        String raw = find("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*+)\"", name);
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                c = raw.charAt(++i);
                int control = "bfnrt".indexOf(c);
                if (c == 'u') {
                    c = (char) Integer.parseInt(raw.substring(i + 1, i + 5), 16);
                    i += 4;
                }
                else if (control >= 0) {
                    c = "\b\f\n\r\t".charAt(control);
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }

    byte[] bytes(String name) {
        return Base64.getDecoder().decode(string(name));
    }

    /** The bytes of each field of a name, at whatever level. */
    List<byte[]> all(String name) {
        return Pattern.compile("\"" + name + "\":\"([A-Za-z0-9+/=]*+)\"")
            .matcher(this.text)
            .results()
            .map((one) -> Base64.getDecoder().decode(one.group(1)))
            .toList();
    }

    private String find(String field, String name) {
        Matcher found = Pattern.compile(field).matcher(this.text);
        BadException.unless(found.find(), "a line has no " + name);
        return found.group(1);
    }

}
