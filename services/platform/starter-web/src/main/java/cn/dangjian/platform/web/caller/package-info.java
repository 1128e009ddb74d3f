/** Who is calling: a person at a post, the administrator, or another service. */
@NullMarked
package cn.dangjian.platform.web.caller;

import org.jspecify.annotations.NullMarked;
