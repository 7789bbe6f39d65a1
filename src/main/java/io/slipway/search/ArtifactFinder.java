package io.slipway.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.packaging.ArtifactLibrary;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds artifacts by their digest, or its first digits as tools shorten it. Everybody who
 * is signed in reads them.
 */
@Component
@Order(5)
class ArtifactFinder implements Finder {

    private static final int WHOLE = 64;

    private static final Pattern DIGEST = Pattern.compile("(?:sha256:)?([0-9a-f]{7,64})");

    private final ArtifactLibrary artifacts;

    ArtifactFinder(ArtifactLibrary artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String kind() {
        return "artifact";
    }

    @Override
    public String icon() {
        return "package";
    }

    @Override
    public Optional<String> exact(String text) {
        return find(text).hits()
            .stream()
            .filter((hit) -> digits(text).length() == WHOLE)
            .findFirst()
            .map(SearchHit::address);
    }

    @Override
    public SearchGroup find(String text) {
        String digits = digits(text);
        List<SearchHit> found = digits.isEmpty() ? List.of()
                : this.artifacts.beginning(digits, MOST)
                    .stream()
                    .map((unit) -> new SearchHit(unit.digest(), unit.name() + " " + unit.version(), unit.artifact(),
                            "/artifacts/" + unit.digest()))
                    .toList();
        return SearchGroup.of(this, digits, found, null);
    }

    private static String digits(String text) {
        Matcher digest = DIGEST.matcher(text.toLowerCase(Locale.ROOT));
        return digest.matches() ? digest.group(1) : "";
    }

}
