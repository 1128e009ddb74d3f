/** The pages for people (控制台): read, joined and compressed once, at the start. */
@NullMarked
package cn.dangjian.gateway.console;

import org.jspecify.annotations.NullMarked;
