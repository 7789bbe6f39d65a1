package io.slipway.identity.people;

/**
 * Makes what people type safe for a LIKE pattern.
 */
final class Search {

    private Search() {
    }

    static String literally(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

}
