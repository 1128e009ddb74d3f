/** Who sits where (班子、干部): terms, teams, elections, filings, staff, and who is sent to villages. */
@NullMarked
package cn.dangjian.organization.people;

import org.jspecify.annotations.NullMarked;
