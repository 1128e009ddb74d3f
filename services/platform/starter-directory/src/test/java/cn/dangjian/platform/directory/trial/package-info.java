/** A service made up for the tests of the starter: it knows units, shows them, and watches them change. */
@NullMarked
package cn.dangjian.platform.directory.trial;

import org.jspecify.annotations.NullMarked;
