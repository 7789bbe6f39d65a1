package io.slipway.validation.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches XML on its way to the parser, which keeps each name and each value of an
 * attribute whole. It ends the reading where a name has no end, for which parsers have no
 * limit, and leaves out what is beyond the beginning of a long value: a report is not
 * refused for a message that is longer than anybody reads.
 */
final class XmlGuard extends FilterInputStream {

    private static final int LONGEST_NAME = 65_536;

    private static final int LONGEST_VALUE = 65_536;

    private static final String CDATA = "[CDATA[";

    private static final int ESCAPE = 0x1b;

    private State state = State.TEXT;

    /** Whether a byte is a character, or part of one that is no markup. */
    private boolean readable = true;

    private int quote;

    private int length;

    private boolean entity;

    private boolean cut;

    private int last;

    private int oneBefore;

    XmlGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int kept = 0;
        int read = 0;
        while (kept == 0 && read >= 0 && length > 0) {
            read = super.read(into, offset, length);
            for (int i = 0; i < read; i++) {
                byte one = into[offset + i];
                if (keeps(one & 0xff)) {
                    into[offset + kept++] = one;
                }
            }
        }
        return (kept > 0 || length == 0) ? kept : -1;
    }

    private boolean keeps(int one) {
        this.readable &= one != 0 && one != ESCAPE;
        boolean keep = true;
        switch (this.state) {
            case TEXT -> this.state = (one == '<') ? State.OPEN : State.TEXT;
            case OPEN -> open(one);
            case TAG -> tag(one);
            case VALUE -> keep = value(one);
            case DECLARATION -> declaration(one);
            case COMMENT -> leaveAt("-->", one);
            case CHARACTERS -> leaveAt("]]>", one);
            case INSTRUCTION -> leaveAt("?>", one);
        }
        this.oneBefore = this.last;
        this.last = one;
        return keep;
    }

    private void open(int one) {
        this.length = 0;
        this.quote = 0;
        this.state = (one == '!') ? State.DECLARATION : (one == '?') ? State.INSTRUCTION : State.TAG;
        if (this.state == State.TAG) {
            tag(one);
        }
    }

    private void tag(int one) {
        if (one == '"' || one == '\'') {
            this.state = State.VALUE;
            this.quote = one;
            this.length = 0;
            this.entity = false;
            this.cut = false;
        }
        else if (one == '>') {
            this.state = State.TEXT;
        }
        else {
            boolean between = one <= ' ' && one > 0 || one == '=' || one == '/' || one == '<';
            this.length = between ? 0 : this.length + 1;
            if (this.length > LONGEST_NAME) {
                throw Refusal.at(1, 1, "name");
            }
        }
    }

    /**
     * Cuts between characters and entities only, and lets the parser see what is wrong.
     */
    private boolean value(int one) {
        if (one == this.quote) {
            this.state = State.TAG;
            this.length = 0;
            return true;
        }
        boolean within = (one & 0xc0) == 0x80 || this.entity;
        this.cut |= this.readable && !within && ++this.length > LONGEST_VALUE;
        this.entity = one == '&' || (this.entity && one != ';');
        return !this.cut || one == '<';
    }

    /**
     * A comment, characters, or a document type, whose own declarations stop the cutting.
     */
    private void declaration(int one) {
        if (this.length >= 0 && this.length < CDATA.length() && one == CDATA.charAt(this.length)) {
            this.length++;
            if (this.length == CDATA.length()) {
                this.state = State.CHARACTERS;
                this.length = 0;
            }
            return;
        }
        if (this.length == 0 && one == '-' || this.length == -1 && one == '-' && this.last == '-') {
            this.state = (this.length == 0) ? State.DECLARATION : State.COMMENT;
            this.length = (this.length == 0) ? -1 : 0;
            return;
        }
        this.length = Integer.MIN_VALUE;
        if (this.quote != 0) {
            this.quote = (one == this.quote) ? 0 : this.quote;
        }
        else if (one == '"' || one == '\'') {
            this.quote = one;
        }
        else {
            this.readable &= one != '[';
            this.state = (one == '>') ? State.TEXT : State.DECLARATION;
        }
    }

    private void leaveAt(String end, int one) {
        this.length = Math.min(this.length + 1, end.length());
        boolean ends = one == '>' && this.length == end.length() && this.last == end.charAt(end.length() - 2)
                && (end.length() == 2 || this.oneBefore == end.charAt(0));
        this.state = ends ? State.TEXT : this.state;
    }

    /** Where in the markup a byte stands. */
    private enum State {

        /** Between tags. */
        TEXT,
        /** Behind the character that begins a tag. */
        OPEN,
        /** In a tag. */
        TAG,
        /** In the value of an attribute. */
        VALUE,
        /** In what begins with an exclamation mark. */
        DECLARATION,
        /** In a comment. */
        COMMENT,
        /** In characters without markup. */
        CHARACTERS,
        /** In a processing instruction. */
        INSTRUCTION

    }

}
