package io.slipway.search;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param key what identifies it, empty if it has nothing that people would type
 * @param detail what tells it from others of that name
 * @param address of its page; null if the reader has none to go to
 */
record SearchHit(String key, String name, String detail, @Nullable String address) {

    boolean begins(String text) {
        return this.key.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
    }

}
