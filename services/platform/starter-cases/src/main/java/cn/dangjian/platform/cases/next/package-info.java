/** What is next: the open cases of every kind, the steps that are possible now, who may take them, and what is late. */
@NullMarked
package cn.dangjian.platform.cases.next;

import org.jspecify.annotations.NullMarked;
