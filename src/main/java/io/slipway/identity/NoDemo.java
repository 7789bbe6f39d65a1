package io.slipway.identity;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Outside the demo nothing is ever made for it.
 */
@Component
@Profile("!demo")
class NoDemo implements DemoMark {

    @Override
    public boolean here() {
        return false;
    }

}
