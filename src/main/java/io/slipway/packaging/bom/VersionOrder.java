package io.slipway.packaging.bom;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * Puts versions in order, as far as that can be told from their text: numbers by their
 * value, and a version before the same with a final number, after the same with a word
 * ({@code 1.0-rc1} comes before {@code 1.0}).
 */
final class VersionOrder implements Comparator<String> {

    static final VersionOrder INSTANCE = new VersionOrder();

    private VersionOrder() {
    }

    @Override
    public int compare(String one, String other) {
        String[] first = parts(one);
        String[] second = parts(other);
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            int order = compare(first, second, i);
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }

    private static int compare(String[] first, String[] second, int place) {
        if (place >= first.length) {
            return number(second[place]) ? -1 : 1;
        }
        if (place >= second.length) {
            return number(first[place]) ? 1 : -1;
        }
        if (number(first[place]) && number(second[place])) {
            return new BigInteger(first[place]).compareTo(new BigInteger(second[place]));
        }
        if (number(first[place]) != number(second[place])) {
            return number(first[place]) ? 1 : -1;
        }
        return first[place].compareToIgnoreCase(second[place]);
    }

    private static boolean number(String part) {
        return part.matches("\\d+");
    }

    private static String[] parts(String version) {
        return version.strip()
            .replaceFirst("^[vV](?=\\d)", "")
            .split("[.+_-]|(?<=\\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\\d)");
    }

}
