import { css } from '../css.js';

/** One sentence beside the launcher. Where nothing placed it yet, it stands above the corner. */
export const teaserCss = css`
  .teaser {
    position: fixed;
    inset-block-end: calc(var(--_offset) + 68px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 20px;
    box-sizing: border-box;
    inline-size: 280px;
    max-inline-size: calc(100vw - 40px);
    font: 400 15px/22px var(--warmlead-font, system-ui, sans-serif);
    color: var(--_text);
    animation: teaser 0.2s var(--_ease);
  }
  .teaser.away {
    visibility: hidden;
  }
  .teaser .invite {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 56px;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 14px 28px 14px 16px;
    padding-inline: 16px 28px;
    border: 0;
    border-radius: 14px;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .teaser .invite:hover {
    background: var(--_hover);
  }
  .teaser .initial {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    margin: 0;
    border-radius: 50%;
    background: var(--_fill);
    color: var(--_on);
    font-size: 13px;
    font-weight: 600;
    line-height: 1;
  }
  .teaser .dismiss {
    position: absolute;
    inset-block-start: -16px;
    inset-inline-end: -16px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    color: var(--_muted);
  }
  .teaser .dismiss i {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    box-sizing: border-box;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_raised);
  }
  .teaser .dismiss:hover i {
    color: var(--_text);
    background: var(--_hover);
  }
  .teaser .dismiss .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .teaser :focus-visible {
    outline: 2px solid var(--_ring);
    outline-offset: 2px;
  }
  @keyframes teaser {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  @media (max-width: 600px) {
    .teaser {
      inline-size: auto;
      max-inline-size: calc(100vw - 108px);
    }
    .teaser .invite {
      max-block-size: 64px;
      padding-block: 8px;
      font-size: 15px;
      line-height: 20px;
    }
    .teaser .words {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
    .teaser .initial {
      display: none;
    }
  }
`;
