package io.slipway.validation.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading of XML whose names have no end: a parser keeps each name whole, and
 * has no limit of its own for them.
 */
final class LongNames extends FilterInputStream {

    private static final int MOST = 65_536;

    private boolean tag;

    private boolean opened;

    private int quote;

    private int run;

    LongNames(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            look(read);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            look(into[i]);
        }
        return read;
    }

    private void look(int one) {
        if (!this.tag) {
            this.tag = one == '<';
            this.opened = this.tag;
            this.run = 0;
        }
        else if (this.quote != 0) {
            this.quote = (one == this.quote) ? 0 : this.quote;
        }
        else if (one == '>' || (this.opened && (one == '!' || one == '?'))) {
            this.tag = false;
        }
        else {
            this.opened = false;
            this.quote = (one == '"' || one == '\'') ? one : 0;
            this.run = (one <= ' ' && one > 0 || one == '=' || one == '/' || one == '<' || this.quote != 0) ? 0
                    : this.run + 1;
            if (this.run > MOST) {
                throw Refusal.at(1, 1, "name");
            }
        }
    }

}
