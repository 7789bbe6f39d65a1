package io.slipway.knowledge.text;

import java.util.Map;

/**
 * A step of a runbook.
 *
 * @param key its name within the article, which stays when its title changes
 * @param parts what it says, by the words of {@link RunbookSteps#PARTS}, such as
 * {@code do}
 */
public record RunbookStep(String key, String title, Map<String, String> parts) {

    /** What is done; the title says it where nothing else does. */
    public String action() {
        return this.parts.getOrDefault("do", "");
    }

    /** What is seen then. */
    public String expected() {
        return this.parts.getOrDefault("expect", "");
    }

    /** What to do where that is not seen. */
    public String otherwise() {
        return this.parts.getOrDefault("if not", "");
    }

    /** What could go wrong; empty for nothing in particular. */
    public String danger() {
        return this.parts.getOrDefault("danger", "");
    }

    /** Whether it may be skipped without a reason. */
    public boolean optional() {
        return "yes".equalsIgnoreCase(this.parts.getOrDefault("optional", ""));
    }

    /**
     * How long it is thought to take.
     * @return minutes; 0 if it does not say
     */
    public int minutes() {
        String time = this.parts.getOrDefault("time", "").strip();
        return time.matches("[0-9]{1,4} ?(m|min|minutes)?") ? Integer.parseInt(time.replaceAll("[^0-9].*", "")) : 0;
    }

}
