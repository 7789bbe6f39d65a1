package io.slipway.identity.signin.form;

import java.util.List;
import java.util.Locale;

/**
 * A form that arrived after its session had ended: nothing of it was done, and it waits
 * for its author to sign in and send it again.
 *
 * @param address where it was sent to, path and query
 * @param fields what was typed and chosen
 * @param files whether files were chosen, which are not kept
 */
record UnsentForm(String address, String page, List<Field> fields, boolean files) {

    /**
     * The fields worth reading: what was typed, without empty and technical ones.
     * @return the fields that a person recognises
     */
    public List<Field> readable() {
        return this.fields.stream().filter((field) -> !field.value().isBlank() && !field.technical()).toList();
    }

    /**
     * One value of a form.
     *
     * @param value what was typed or chosen
     */
    record Field(String name, String value) {

        /**
         * The field's name as words.
         * @return such as {@code Rollback plan}
         */
        public String label() {
            String words = this.name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[-_.\\[\\]]+", " ").strip();
            return words.isEmpty() ? this.name
                    : Character.toUpperCase(words.charAt(0)) + words.substring(1).toLowerCase(Locale.ROOT);
        }

        private boolean technical() {
            return this.name.startsWith("_") || this.name.equals("version");
        }

    }

}
