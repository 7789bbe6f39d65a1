package io.slipway.diagram.draw;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A shape with its marks.
 *
 * @param id its id on the page
 * @param figure the shape
 * @param href where a click leads, null if nowhere
 * @param role what it is for assistive technology, null for a link
 * @param current {@code true} if it is the one that is looked at, else null
 * @param title everything about it in words
 * @param description what it leads to, null if nothing is known
 * @param ring the frame of the selected one, null for the others
 */
public record Node(String id, Figure figure, String css, @Nullable String href, @Nullable String role,
        @Nullable String current, String title, @Nullable String description, @Nullable Place ring, String corner,
        List<Badge> badges, Label note) {
}
