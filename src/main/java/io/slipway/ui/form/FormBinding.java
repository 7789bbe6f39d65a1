package io.slipway.ui.form;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;

/**
 * The one way in which the portal binds what browsers send: forms by {@link FormText},
 * all else as it comes.
 */
@Component
class FormBinding extends ConfigurableWebBindingInitializer {

    FormBinding(@Qualifier("mvcConversionService") ConversionService conversion) {
        setConversionService(conversion);
    }

    @Override
    public void initBinder(WebDataBinder binder) {
        super.initBinder(binder);
        FormText.bind(binder);
    }

}
