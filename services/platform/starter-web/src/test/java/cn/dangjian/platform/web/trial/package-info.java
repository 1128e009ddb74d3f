/** A service made up for the tests of the starter: it keeps things, and does what the tests tell it to. */
@NullMarked
package cn.dangjian.platform.web.trial;

import org.jspecify.annotations.NullMarked;
