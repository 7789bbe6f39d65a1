package io.slipway.discussion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds whom a text addresses: {@code @} and a user name, at its beginning or behind a
 * space, a bracket or a line end. A mail address is none.
 */
@Component("mentions")
public class Mentions {

    private static final Pattern MENTION = Pattern.compile("(?<![^\\s(\\[,;:])@([A-Za-z0-9][A-Za-z0-9.-]{0,49})");

    private final PersonDirectory people;

    Mentions(PersonDirectory people) {
        this.people = people;
    }

    /**
     * The text in pieces: those that address somebody, and what is between them.
     * @return the pieces in their order; together they are the text
     */
    public List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        Matcher found = MENTION.matcher(text);
        while (found.find()) {
            PersonSummary person = person(found.group(1)).orElse(null);
            int end = (person != null) ? found.start(1) + person.userName().length() : found.end();
            if (found.start() > from) {
                pieces.add(new Piece(text.substring(from, found.start()), null, false));
            }
            pieces.add(new Piece(text.substring(found.start(), end), person, true));
            from = end;
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), null, false));
        }
        return pieces;
    }

    /**
     * Whom a text addresses.
     * @return those who can be told, by user name, in the order of the text
     */
    public Map<String, PersonSummary> people(String text) {
        Map<String, PersonSummary> addressed = new LinkedHashMap<>();
        pieces(text).forEach((piece) -> {
            if (piece.person() != null) {
                addressed.putIfAbsent(piece.person().userName(), piece.person());
            }
        });
        return addressed;
    }

    /**
     * What looks like an address and reaches nobody.
     * @return such as {@code @nobody}
     */
    public List<String> unknown(String text) {
        return pieces(text).stream()
            .filter((piece) -> piece.mention() && piece.person() == null)
            .map(Piece::text)
            .distinct()
            .toList();
    }

    /** A full stop may end the sentence, or belong to the name. */
    private Optional<PersonSummary> person(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        Optional<PersonSummary> found = enabled(name);
        while (found.isEmpty() && (name.endsWith(".") || name.endsWith("-"))) {
            name = name.substring(0, name.length() - 1);
            found = enabled(name);
        }
        return found;
    }

    private Optional<PersonSummary> enabled(String userName) {
        return this.people.find(userName).filter(PersonSummary::enabled);
    }

    /**
     * A piece of a text.
     *
     * @param person whom it addresses; null for nobody
     * @param mention whether it is written like an address
     */
    public record Piece(String text, @Nullable PersonSummary person, boolean mention) {
    }

}
