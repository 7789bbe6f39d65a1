package io.slipway.sql;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/**
 * Reads constants as columns keep them: by their names, or by ids that are their names in
 * small letters and with hyphens, such as {@code release-manager}.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class Constants implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return (text) -> (T) Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

}
