package io.slipway.configuration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;

/**
 * What the record of an item must keep to, whoever writes it: a page, a tool or a file.
 */
public final class ItemRules {

    /** The most attributes of one item. */
    public static final int MOST_ATTRIBUTES = 50;

    private static final int NAME = 200;

    private static final int OWNER = 64;

    private static final int DESCRIPTION = 2000;

    private static final int EDITION = 80;

    private static final int ATTRIBUTE_NAME = 60;

    private static final int ATTRIBUTE_VALUE = 500;

    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

    /** Pages lie at these addresses. */
    private static final Set<String> RESERVED = Set.of("new", "stale", "imports", "export", "baselines");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private ItemRules() {
    }

    /**
     * Tells names apart as the register does: once per type, whatever their case and
     * accents.
     * @param type what kind of thing is called so
     * @return a text that is equal for those that count as the same
     */
    public static String sameName(ItemType type, String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return type + " " + plain.toLowerCase(Locale.ROOT).strip();
    }

    /**
     * Judges a key.
     * @param check takes what is wrong with it
     */
    public static void key(String key, InputCheck check) {
        check.refuseIf(!KEY.matcher(key).matches(), "key", "configuration.key.misshapen");
        check.refuseIf(RESERVED.contains(key), "key", "configuration.key.reserved", key);
    }

    /**
     * Judges what is to be written, as far as it can be judged without the register.
     * @param check takes what is wrong with them
     */
    public static void profile(ItemProfile profile, InputCheck check) {
        check.refuseIf(profile.name().isBlank(), "name", "configuration.name.missing");
        check.given("type", profile.type(), "configuration.type.missing");
        check.given("criticality", profile.criticality(), "configuration.criticality.missing");
        check.refuseIf(profile.owner().isBlank(), "owner", "configuration.owner.missing");
        length("name", profile.name(), NAME, check);
        length("owner", profile.owner(), OWNER, check);
        length("description", profile.description(), DESCRIPTION, check);
        length("edition", profile.edition(), EDITION, check);
        check.refuseIf(profile.name().contains("\n"), "name", "configuration.characters");
        check.refuseIf(profile.edition().contains("\n"), "edition", "configuration.characters");
        attributes(profile.attributes(), check);
        check.refuseIf(profile.type() == ItemType.OTHER && profile.attributes().getOrDefault("kind", "").isBlank(),
                "attributes", "configuration.attributes.kind");
    }

    private static void attributes(Map<String, String> attributes, InputCheck check) {
        check.refuseIf(attributes.size() > MOST_ATTRIBUTES, "attributes", "configuration.attributes.many",
                MOST_ATTRIBUTES);
        attributes.forEach((name, value) -> {
            boolean sound = !name.isBlank() && name.length() <= ATTRIBUTE_NAME && value.length() <= ATTRIBUTE_VALUE
                    && !name.contains("=") && !(name + value).contains("\n");
            check.refuseIf(!sound, "attributes", "configuration.attributes.long", ATTRIBUTE_NAME, ATTRIBUTE_VALUE);
            check.refuseIf(CONTROL.matcher(name + value).find(), "attributes", "configuration.characters");
        });
    }

    private static void length(String field, String value, int most, InputCheck check) {
        check.refuseIf(value.length() > most, field, "ui.too-long", most);
        check.refuseIf(CONTROL.matcher(value).find(), field, "configuration.characters");
    }

}
