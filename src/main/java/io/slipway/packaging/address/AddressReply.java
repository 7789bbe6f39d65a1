package io.slipway.packaging.address;

import io.slipway.packaging.AddressAnswer;

/**
 * What an address replied when it was asked.
 *
 * @param detail status and type, or a host
 */
record AddressReply(AddressAnswer answer, String detail) {

    private static final int LONGEST = 300;

    AddressReply {
        detail = (detail.length() > LONGEST) ? detail.substring(0, LONGEST) : detail;
    }

}
