/** A service made up for the tests of the starter: it takes notes from files, and gives them out as files. */
@NullMarked
package cn.dangjian.platform.files.trial;

import org.jspecify.annotations.NullMarked;
