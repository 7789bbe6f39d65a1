package io.slipway.verify;

import java.io.PrintStream;

/**
 * Tells what was found, each finding under its word.
 */
record Told(PrintStream out) {

    void of(String word, String what) {
        this.out.println(word + " ".repeat(Math.max(1, 12 - word.length())) + what);
    }

}
