package io.slipway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;

import org.springframework.core.io.Resource;

/**
 * One release of the company's past year, as its story tells it.
 *
 * @param begins how many days before the first start of the demo it was registered
 * @param plot what did not go as usual, in the order in which it happened
 * @param happened what its review says; empty if there is nothing to say
 */
record PastRelease(DemoRelease release, int begins, List<Twist> plot, String happened, String lessons) {

    String key() {
        return this.release.key();
    }

    /** How often its story has a twist at a step. */
    Optional<Twist> twist(String step, String what) {
        return this.plot.stream().filter((one) -> one.step().equals(step) && one.what().equals(what)).findFirst();
    }

    /**
     * What somebody answers who does not give the usual answer.
     * @param times how often the step was answered before
     */
    Optional<Twist> answer(String step, int times) {
        return this.plot.stream()
            .filter((one) -> one.step().equals(step) && !Twist.BESIDE.contains(one.what()))
            .skip(times)
            .findFirst();
    }

    /** Whether anything went wrong that its review has to call an issue. */
    boolean hadTrouble() {
        return this.plot.stream().anyMatch((one) -> Twist.TROUBLE.contains(one.what()));
    }

    /** Reads stories, the first to begin first. */
    static List<PastRelease> read(Resource stories) {
        try (InputStream text = stories.getInputStream()) {
            return new YAMLMapper().readValue(text, new TypeReference<List<Told>>() {
            }).stream().map(Told::release).sorted((a, b) -> b.begins() - a.begins()).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Something that did not go as usual.
     *
     * @param step the step at which it happened, without its feature
     * @param what the button that was pressed instead of the usual one, or what happened
     * beside it
     * @param number hours for what is late, the priority of an incident
     * @param text the reason, in the person's words
     */
    record Twist(String step, String what, int number, String text) {

        /** What is no answer to the step, but happens while it is open. */
        private static final Set<String> BESIDE = Set.of("late", "incident", "waiver", "exception", "stop", "cancel");

        private static final Set<String> TROUBLE = Set.of("incident", "failed", "not-verified", "extend", "stop",
                "no-go");

        private static final Pattern TOLD = Pattern.compile("([a-z-]+) ([a-z-]+)(?: (\\d+)([hd])?)?(?:: (.+))?");

        static Twist of(String told) {
            Matcher words = TOLD.matcher(told);
            if (!words.matches()) {
                throw new IllegalArgumentException("A story of the demo has a twist that says nothing: " + told);
            }
            int number = (words.group(3) != null) ? Integer.parseInt(words.group(3)) : 0;
            return new Twist(words.group(1), words.group(2), "d".equals(words.group(4)) ? 24 * number : number,
                    (words.group(5) != null) ? words.group(5) : "");
        }

    }

    /**
     * A story as its file tells it.
     *
     * @param starts how many days before the first start it was to be deployed
     */
    private record Told(String key, String name, String type, String model, List<String> services, List<String> units,
            int begins, int starts, String scope, String criteria, List<String> plot, String happened, String lessons) {

        PastRelease release() {
            return new PastRelease(
                    new DemoRelease(this.key, this.name, ReleaseType.valueOf(this.type.toUpperCase(Locale.ROOT)),
                            DeploymentModel.valueOf(this.model.toUpperCase(Locale.ROOT)), this.services, -this.starts,
                            this.scope, this.criteria, this.units),
                    this.begins, (this.plot != null) ? this.plot.stream().map(Twist::of).toList() : List.of(),
                    (this.happened != null) ? this.happened : "", (this.lessons != null) ? this.lessons : "");
        }

    }

}
