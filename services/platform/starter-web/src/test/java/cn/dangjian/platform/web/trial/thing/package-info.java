/** The things of the made-up service: written once, listed in pages, changed only in the version that was seen. */
@NullMarked
package cn.dangjian.platform.web.trial.thing;

import org.jspecify.annotations.NullMarked;
