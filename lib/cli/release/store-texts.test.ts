import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explainedPermissions, listingFaults, storeFaults } from './store-texts';

it('the texts and pictures for the stores are there and within their limits', async () => {
  expect(await storeFaults(fileURLToPath(new URL('../../../', import.meta.url)))).toEqual([]);
});

describe('listingFaults', () => {
  const titles = ['Name', 'Chrome summary', 'Firefox summary', 'Description', 'Single purpose', 'Data use'];
  const listing = `${titles.map((title) => `## ${title}\n\nText\n`).join('\n')}
## Permission reasons

### \`storage\`

Settings.
`;

  it('finds none in a whole listing', () => {
    expect(listingFaults(listing, 'Text', ['storage'])).toEqual([]);
  });

  it('finds what is missing, too long, or another text than in the package', () => {
    const faults = (text: string): string[] => listingFaults(text, 'Text', ['storage']);
    expect(faults(listing.replace('## Name', '## Title'))).toEqual(['no section "Name"']);
    expect(faults(listing.replace('## Name\n\nText', `## Name\n\n${'ক'.repeat(46)}`))).toEqual([
      '"Name" has 46 characters of 45',
    ]);
    expect(listingFaults(listing, 'Other', ['storage'])).toHaveLength(1);
    expect(listingFaults(listing, 'Text', ['storage', 'tabs'])).toEqual(['no reason for tabs']);
    expect(faults(listing.replace('Settings.', 'x'.repeat(1001)))).toHaveLength(1);
  });
});

it('reads the permissions off the table that explains them', () => {
  const table = '| permission | why |\n|---|---|\n| `storage` | x |\n| `optional_host_permissions: *://*/*` | y |\n';
  expect(explainedPermissions(table)).toEqual(['storage', 'optional_host_permissions']);
});
