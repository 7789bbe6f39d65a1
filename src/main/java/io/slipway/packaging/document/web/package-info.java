/**
 * Where documents and scripts are uploaded and downloaded.
 */
@NullMarked
package io.slipway.packaging.document.web;

import org.jspecify.annotations.NullMarked;
