package io.slipway.diagram.read;

import org.jspecify.annotations.Nullable;

/**
 * The shape of an element on a sheet.
 *
 * @param reference the id to which it refers, or its own where it refers to none
 * @param element the element that it shows, null if the model does not have it
 * @param box where it is
 * @param label where its label is, null if the file does not say
 * @param expanded whether it shows its inside, null if the file does not say
 * @param horizontal whether a pool or lane lies, null if the file does not say
 * @param marked whether an exclusive gateway has its cross
 * @param band which participant's band it is, empty if it is none
 */
public record DiShape(String reference, @Nullable Element element, Box box, @Nullable Box label,
        @Nullable Boolean expanded, @Nullable Boolean horizontal, boolean marked, String band) {
}
