/** A service made up for the tests of the starter: it announces what it is told to, and remembers what it hears. */
@NullMarked
package cn.dangjian.platform.events.trial;

import org.jspecify.annotations.NullMarked;
