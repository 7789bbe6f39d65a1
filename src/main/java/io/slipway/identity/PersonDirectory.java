package io.slipway.identity;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks people up for pages and rules: names to show, and who holds a role. Reads are
 * cached for seconds, so a page may ask for a hundred names.
 */
@Component("people")
public class PersonDirectory {

    /**
     * The name to show for a user name.
     * @param userName the name to sign in with, may be null
     * @return the full name, the user name itself if nobody has it, empty for null
     */
    public String name(@Nullable String userName) {
        throw new UnsupportedOperationException();
    }

    /**
     * Finds a person.
     * @param userName the name to sign in with
     * @return the person, if there is one
     */
    public Optional<PersonSummary> find(String userName) {
        throw new UnsupportedOperationException();
    }

    /**
     * The enabled people who hold a role, by full name.
     * @param role the role
     * @return the people
     */
    public List<PersonSummary> holding(Role role) {
        throw new UnsupportedOperationException();
    }

}
