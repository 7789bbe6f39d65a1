package io.slipway.ui.form;

import java.util.List;

/**
 * Pickers of which there is one for each of some cases, such as for each role.
 */
public interface PickerFamily {

    List<Picker> pickers();

}
